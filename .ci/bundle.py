"""Makes planc for a computer without Python: one folder, zipped, that is unpacked and started.

    python .ci/bundle.py [FOLDER]        dist/planc-VERSION-SYSTEM-MACHINE.zip, and its digest beside it

For the system that it runs on, by PyInstaller, from what locks/bundle.txt names. In it are planc, a
digest of each file, a list of what it is made of (CycloneDX) and every licence. It is started before
it is called made: without a PATH, in an empty home, and its papers are those that planc itself makes.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
WINDOWS = sys.platform == "win32"
PROGRAM = "planc.exe" if WINDOWS else "planc"
START = "from planc.__main__ import main\n\nmain()\n"
LEFT_OUT = ("hatchling", "pip", "pkg_resources", "rich", "setuptools", "tkinter")
UNUSED = ("_hashlib", "_ssl", "_sqlite3", "readline", "ssl")
"""Of Python itself: what would bring OpenSSL and readline, which planc has no use for."""


def run(*words: object, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    done = subprocess.run([str(w) for w in words], cwd=cwd, env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def environment(folder: Path) -> Path:
    """A new environment with what the lock names, and planc."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if WINDOWS else "bin")
    pip = (scripts / "python", "-m", "pip", "install", "-q", "--no-deps")
    run(*pip, "--require-hashes", "-r", "locks/bundle.txt")
    run(*pip, "--no-build-isolation", ROOT)
    return scripts


def frozen(scripts: Path, work: Path) -> Path:
    """The folder that PyInstaller makes."""
    start = work / "start.py"
    start.write_text(START, encoding="utf-8")
    words = ["--noconfirm", "--onedir", "--name", "planc", "--log-level", "ERROR"]
    words += ["--collect-all", "planc", "--collect-submodules", "phonenumbers"]
    words += ["--collect-data", "docx", *(["--collect-all", "tzdata"] if WINDOWS else [])]
    words += [word for name in (*LEFT_OUT, *UNUSED) for word in ("--exclude-module", name)]
    words += ["--distpath", str(work / "dist"), "--workpath", str(work / "build")]
    run(scripts / "pyinstaller", *words, "--specpath", work, start, cwd=work)
    return work / "dist" / "planc"


def describe(scripts: Path, target: Path) -> None:
    """What it is made of, and under which licences."""
    parts = json.loads(run(scripts / "python", ROOT / ".ci" / "bundle_parts.py", *LEFT_OUT))
    own = parts["planc"]
    components = [
        {"type": "platform", "name": "python", "version": platform.python_version(),
         "licenses": [{"license": {"name": "PSF-2.0"}}]}
    ]  # fmt: skip
    for path in sorted((target / "_internal").glob("*.so*")):
        hashes = [{"alg": "SHA-256", "content": digest(path)}]
        components.append({"type": "library", "name": path.name, "hashes": hashes})
    licences = target / "LICENSES"
    for name, part in sorted(parts.items()):
        purl = f"pkg:pypi/{name}@{part['version']}"
        if name != "planc":
            components.append(
                {"type": "library", "name": name, "version": part["version"], "purl": purl,
                 "bom-ref": purl, "licenses": [{"license": {"name": part["licence"]}}]}
            )  # fmt: skip
        (licences / name).mkdir(parents=True)
        for path in map(Path, part["files"]):
            shutil.copy(path, licences / name)
        if not part["files"]:
            words = f"{name} {part['version']}: {part['licence']}\n"
            (licences / name / "LICENSE").write_text(words, encoding="utf-8")
    for name in ("LICENSE.txt", f"lib/python3.{sys.version_info[1]}/LICENSE.txt"):
        if (Path(sys.base_prefix) / name).is_file():
            (licences / "python").mkdir(exist_ok=True)
            shutil.copy(Path(sys.base_prefix) / name, licences / "python")
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "planc", "version": own["version"],
                          "licenses": [{"license": {"id": "MIT"}}]}
        },
        "components": components,
    }  # fmt: skip
    (target / "sbom.cdx.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def packed(folder: Path, target: Path) -> None:
    """The folder as a zip file, with a digest of each of its files in it and its own beside it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for path in (*files, folder / "SHA256SUMS"):
            entry = zipfile.ZipInfo(f"planc/{path.relative_to(folder).as_posix()}")
            mode = 0o755 if os.access(path, os.X_OK) else 0o644
            entry.external_attr, entry.compress_type = mode << 16, zipfile.ZIP_DEFLATED
            package.writestr(entry, path.read_bytes())
    target.with_suffix(".zip.sha256").write_text(f"{digest(target)}  {target.name}\n")


def tried(package: Path, scripts: Path, work: Path) -> None:
    """Unpacks it and starts it where nothing else is; compares what it makes."""
    with zipfile.ZipFile(package) as content:
        content.extractall(work / "laptop")
    program = work / "laptop" / "planc" / PROGRAM
    program.chmod(0o755)
    home = work / "home"
    home.mkdir()
    bare = {"HOME": str(home), "USERPROFILE": str(home), "PATH": str(home)}
    bare |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    day = ("--as-of", "2026-12-01")
    answers = ("--host", "none", "--force", "Exampleton Police", "--board", "OCG Board")
    answers += ("--meeting", "2026-12-16", "--owner", "Head of Crime", "--coordinator", "us")
    run(program, "init", home / "plans", *answers, *day, cwd=home, env=bare)
    run(program, "check", *day, cwd=home / "plans", env=bare)
    shutil.copytree(ROOT / "plans", home / "samples", ignore=shutil.ignore_patterns("packs"))
    made = {}
    for name, command in (("here", (scripts / PROGRAM,)), ("there", (program,))):
        words = ("build", "--to", "docx,md,html", "--out", work / name)
        run(*command, *words, cwd=home / "samples", env=bare if name == "there" else None)
        made[name] = {path.name: path.read_bytes() for path in (work / name).iterdir()}
    if made["here"] != made["there"] or len(made["here"]) < 24:
        sys.exit("The bundle makes other papers than planc does.")


def main() -> None:
    out = Path(sys.argv[1] if sys.argv[1:] else ROOT / "dist").absolute()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        scripts = environment(work / "env")
        folder = frozen(scripts, work)
        describe(scripts, folder)
        shutil.copy(ROOT / ".github" / "BUNDLE.txt", folder / "README.txt")
        version = run(scripts / PROGRAM, "--version").split()[1]
        system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
        target = out / f"planc-{version}-{system}-{platform.machine().lower()}.zip"
        packed(folder, target)
        tried(target, scripts, work)
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{target}: {target.stat().st_size >> 20} MiB, unpacked {size >> 20} MiB, and it starts")


if __name__ == "__main__":
    main()
