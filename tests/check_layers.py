#!/usr/bin/env python3
"""The order of the folders is the order of the includes: corpus -> engine -> codebook -> reports -> app.

  check_layers.py ROOT

Prints each include that points to the right, each include that is no path from the root, and each source longer than
400 lines without a reason on line 1, each type that two headers declare; fails when there is one.
"""
import os
import re
import sys

LAYERS = ["corpus", "engine", "codebook", "reports", "app"]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
# Whose sentences a catalogue of corpus/messages/ holds; those not named here are named for their layer.
CATALOGUES = {
    "study": "corpus", "team": "corpus",
    "count": "engine", "measure": "engine", "unitising": "engine",
    "coders": "codebook", "crosswalk": "codebook", "ratings": "codebook", "spans": "codebook",
    "agreement": "reports", "office": "reports", "rendering": "reports", "report_comparison": "reports", "report_counts": "reports", "report_frame": "reports", "report_texts": "reports", "settle": "reports",
    "agree_commands": "app",
}


def sources(root):
    for layer in LAYERS:
        for folder, _, names in os.walk(os.path.join(root, layer)):
            for name in sorted(names):
                if name.endswith((".h", ".cc")):
                    yield layer, os.path.relpath(os.path.join(folder, name), root)


# A type declared twice in two headers is one type to the linker, which then mixes them up without a word.
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?!\w|::)[^;]*\{")


def faults(root):
    declared = {}
    for layer, path in sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as file:
            lines = file.readlines()
        if len(lines) > 400 and "over 400 lines:" not in lines[0]:
            yield f"{path}: {len(lines)} lines and no reason on line 1"
        for number, line in enumerate(lines, 1):
            name = TYPE.match(line)
            if name and path.endswith(".h") and declared.setdefault(name.group(1), path) != path:
                yield f"{path}:{number}: {name.group(1)} is declared in {declared[name.group(1)]} already"
            found = INCLUDE.match(line)
            if not found:
                continue
            target, _, rest = found.group(1).partition("/")
            exists = os.path.exists(os.path.join(root, found.group(1)))
            if target == "message_keys":
                name = rest.removesuffix(".h")
                target = CATALOGUES.get(name, name)
                exists = os.path.exists(os.path.join(root, "corpus", "messages", name + ".yaml"))
            if target not in LAYERS or not exists:
                yield f"{path}:{number}: {found.group(1)} is no path from the root into a layer"
            elif LAYERS.index(target) > LAYERS.index(layer):
                yield f"{path}:{number}: {layer} must not include {found.group(1)}"


found = list(faults(sys.argv[1]))
print("\n".join(found))
sys.exit(1 if found else 0)
