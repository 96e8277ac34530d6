"""Real git repositories of plans, made by a test."""

import os
import subprocess
from pathlib import Path

QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "SAMPLE",
    "GIT_AUTHOR_EMAIL": "sample@example.org",
    "GIT_COMMITTER_NAME": "SAMPLE",
    "GIT_COMMITTER_EMAIL": "sample@example.org",
}


def git(root: Path, *words: str, day: str = "2026-11-20", **env: str) -> str:
    """Runs git in a folder, at noon of a day."""
    when = f"{day}T12:00:00Z"
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *words],
        cwd=root,
        env={**os.environ, **QUIET, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, **env},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def committed(root: Path, day: str = "2026-11-20", words: str = "Plans") -> str:
    """Commits everything in a folder, which becomes a repository if it is none; its name."""
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", words, day=day)
    return git(root, "rev-parse", "HEAD")
