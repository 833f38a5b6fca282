#!/usr/bin/env python3
"""The machine coder may not get worse: what it reaches on sentences and documents that nobody wrote rules or sentences from.

  check_floor.py PROGRAM REPOSITORY

Each floor is a few points under what was reached when it was set (README, "Hoe goed is de machine?"). Raise one when the machine got
better; never lower one to let a change pass.
"""
import json
import subprocess
import sys

BOOK = "codebook/boeken/hva-succeselementen.yaml"

PHRASES = {  # file -> measure of a level -> floor
    "corpus/toetszinnen/zinnen.jsonl": {
        ("leaf", "accuracy"): 0.94,
        ("leaf", "hit_at_3"): 0.95,
        ("sub", "hit_at_3"): 0.97,
        ("category", "accuracy"): 0.96,
    },
    "corpus/toetsregels/regels.jsonl": {
        ("leaf", "accuracy"): 0.71,
        ("leaf", "hit_at_3"): 0.89,
        ("sub", "hit_at_3"): 0.93,
        ("category", "accuracy"): 0.81,
    },
    "corpus/toetsgebieden/regels.jsonl": {
        ("leaf", "accuracy"): 0.84,
        ("leaf", "hit_at_3"): 0.95,
        ("sub", "hit_at_3"): 0.96,
        ("category", "accuracy"): 0.88,
    },
}
OFF_TOPIC_ABSTAINED = 0.73
LEAST_OFF_TOPIC = 30  # for a share that says something
DOCUMENTS = {  # folder and coder -> F1 of document x code, by level
    ("voorbeelden", "coder-a"): {"leaf": 0.79, "category": 0.79},
    ("toetsdocumenten", "coder-g"): {"leaf": 0.60, "category": 0.87},
}


def evaluate(program, *options):
    done = subprocess.run([program, "evaluate", "--codebook", BOOK, "--bootstrap", "0", "--format", "json", *options],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def main(program):
    failures = []

    def at_least(what, value, floor):
        print(f"{what}: {value:.3f} (floor {floor:.2f})")
        if value < floor:
            failures.append(what)

    for file, floors in PHRASES.items():
        phrases = evaluate(program, "--gold", file)
        for (level, measure), floor in floors.items():
            at_least(f"{file}, {level} {measure}", phrases["levels"][level][measure], floor)
        off_topic = phrases["off_topic"]
        if off_topic["n"] >= LEAST_OFF_TOPIC:
            at_least(f"{file}, abstained where there is no code", off_topic["abstained"] / off_topic["n"], OFF_TOPIC_ABSTAINED)
    for (folder, coder), floors in DOCUMENTS.items():
        documents = evaluate(program, "--codings", f"corpus/{folder}/{coder}.jsonl", "--documents", f"corpus/{folder}")
        for level, floor in floors.items():
            at_least(f"{folder}, {level} F1", documents["comparisons"][0]["levels"][level]["documents"]["f1"], floor)
    if failures:
        sys.exit("under the floor: " + ", ".join(failures))


if __name__ == "__main__":
    main(sys.argv[1])
