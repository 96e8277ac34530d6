"""Prints what a bundle is made of, as JSON: each distribution that planc needs, and its licences.

python .ci/bundle_parts.py [LEFT OUT]..     in the environment that the bundle is made from
"""

import json
import re
import sys
from importlib.metadata import distribution

from packaging.requirements import Requirement

LICENCES = re.compile("licen[cs]e|copying|notice|authors", re.IGNORECASE)


def part(name: str, licence: str = "") -> dict[str, object]:
    one = distribution(name)
    said = one.metadata.get("License-Expression") or one.metadata.get("License")
    files = [path for path in one.files or () if LICENCES.search(path.name)]
    return {
        "version": one.version,
        "licence": licence or (said or "see LICENSES").strip().splitlines()[0],
        "files": [str(path.locate()) for path in files if path.suffix not in (".py", ".pyc")],
    }


def needs(name: str) -> list[str]:
    asked = map(Requirement, distribution(name).requires or ())
    here = (one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""}))
    return [re.sub("[-_.]+", "-", one.name).lower() for one in here]


def main() -> None:
    found, waiting, left_out = {}, ["planc"], sys.argv[1:]
    while waiting:
        name = waiting.pop()
        if name not in found and name not in left_out:
            found[name] = part(name)
            waiting += needs(name)
    # its starter is in the bundle
    found["pyinstaller"] = part("pyinstaller", "GPL-2.0-or-later WITH Bootloader-exception")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
