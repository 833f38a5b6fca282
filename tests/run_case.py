#!/usr/bin/env python3
"""Runs one case folder: the commands as a user types them, and what must come out.

  run_case.py PROGRAM CASE_FOLDER [--accept]

A case folder holds `cmd` (a shell script; $ROOT is the repository, `codeboom` the program), `expected` (what it prints,
standard error marked with `! ` and the exit status of the last command with `? ` at the end) and any input files. It runs in a
copy of the folder, so that what it writes leaves no trace. --accept rewrites `expected`; read it before you commit it.
"""
import os
import shutil
import subprocess
import sys
import tempfile


def run(program, case, root):
    with tempfile.TemporaryDirectory() as scratch:
        work = os.path.join(scratch, "case")
        shutil.copytree(case, work, ignore=shutil.ignore_patterns("cmd", "expected"))
        programs = os.path.join(scratch, "bin")
        os.mkdir(programs)
        os.symlink(program, os.path.join(programs, "codeboom"))
        environment = {
            "PATH": programs + ":/usr/bin:/bin",
            "HOME": scratch,
            "ROOT": root,
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "100",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        done = subprocess.run(
            ["bash", os.path.join(case, "cmd")], cwd=work, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=300)
        replace = lambda data: data.decode("utf-8", "backslashreplace").replace(root, "ROOT").replace(scratch, "SCRATCH")
        output = replace(done.stdout)
        if output and not output.endswith("\n"):
            output += "\n"
        errors = "".join("! " + line + "\n" for line in replace(done.stderr).splitlines())
        return output + errors + f"? {done.returncode}\n"


def main():
    program, case = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    actual = run(program, case, root)
    expected_path = os.path.join(case, "expected")
    if "--accept" in sys.argv:
        with open(expected_path, "w", encoding="utf-8", newline="\n") as file:
            file.write(actual)
        return 0
    with open(expected_path, encoding="utf-8") as file:
        expected = file.read()
    if actual == expected:
        return 0
    import difflib
    sys.stdout.writelines(difflib.unified_diff(
        expected.splitlines(True), actual.splitlines(True), "expected", "actual"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
