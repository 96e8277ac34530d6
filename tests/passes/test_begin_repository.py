"""From answers to files; `tests/cli/test_init.py` looks at what they are good for."""

import datetime as dt

import pytest
import yaml

from planc.passes.begin_repository import NO_HOST, Answers, begin_repository, hosts, id_of

DAY = dt.date(2026, 11, 22)


def _files(host: str = NO_HOST, name: str = "Exampleton Police") -> dict[str, bytes]:
    return begin_repository(Answers(host, name, name, DAY, name, "@crime"), DAY)


def test_each_host_has_its_own_files() -> None:
    own = {host: _files(host=host).keys() - _files().keys() for host in hosts() if host != NO_HOST}
    assert hosts()[-1] == NO_HOST
    assert all({"CODEOWNERS", "ci/requirements.txt"} < names for names in own.values())
    assert len({frozenset(names) for names in own.values()}) == len(own) == 2


@pytest.mark.parametrize("name", ["NO", "Exampleton: Crime #1", 'The "Board"', "{x}, [y]", "O'Ex"])
def test_a_name_is_what_was_typed_whatever_is_in_it(name: str) -> None:
    files = _files(name=name)
    settings = yaml.safe_load(files["planc.yaml"])
    assert (settings["force"], settings["information_asset_owner"]) == (name, name)
    assert settings["boards"][0]["name"] == name
    directory = yaml.safe_load(files["directory.yaml"])
    assert directory["organisations"][0]["name"] == name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Exampleton Police", "exampleton-police"), ("  O'Ex & Co. ", "o-ex-co"), ("\u0141", "ours")],
)
def test_a_name_makes_an_id(name: str, wanted: str) -> None:
    assert id_of(name) == wanted
