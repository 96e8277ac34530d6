"""What planc checks: a row a rule, with who answers named."""

from collections import Counter
from collections.abc import Iterable, Iterator

from planc.model.finding import Finding, Severity
from planc.model.governance import Waiver
from planc.model.paper import Block, Cell, cell, labelled, para, table
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.sentences import nothing_found
from planc.wording.day import short_day
from planc.wording.words import capital, listed

TITLE = "Plan checks"

_TONES = {Severity.ERROR: Tone.ATTENTION}


def blocks(view: View) -> Iterator[Block]:
    """What is not met, the gravest first; what is older; what is waived; else nothing."""
    rows = [*_rows(view, view.findings, "")]
    for day in sorted({aside.until for aside in view.older}):
        older = [aside.finding for aside in view.older if aside.until == day]
        rows += _rows(view, older, f"older, to be put right by {short_day(day)}")
    if rows:
        header = ("Severity", "What is wrong", "Who acts")
        yield table("What the plan checks found", header, rows, (16, 56, 28), brief=True)
    for waiver in view.plan.waivers:
        yield _waived(view, waiver)
    if view.plan.waivers:
        yield para("A waiver sets a finding aside. It accepts no risk.", small=True)


def nothing(view: View) -> str:
    """What is said where there is nothing to say."""
    return nothing_found(view)


def _rows(view: View, findings: Iterable[Finding], mark: str) -> list[tuple[Cell | str, ...]]:
    late = {stuck.item.id: stuck.late for stuck in view.stuck}
    by_rule: dict[tuple[int, str, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: (-one.severity, -late.get(one.object, 0))):
        by_rule.setdefault((-finding.severity, finding.rule, finding.acts), []).append(finding)
    rows: list[tuple[Cell | str, ...]] = []
    for alike in by_rule.values():
        first = alike[0]
        severity = ", ".join(filter(None, (capital(str(first.severity)), mark)))
        number = f" ({len(alike)})" if len(alike) > 1 else ""
        tone = _TONES.get(first.severity, Tone.PLAIN)
        rows.append((cell(severity + number, tone), _wrong(alike), _who(view, alike)))
    return rows


def _wrong(alike: list[Finding]) -> Cell:
    """What is wrong with the worst of them, and what else it is true of."""
    first, *others = alike
    lines = [para(first.wrong)]
    names = list(dict.fromkeys(map(_name, others)))
    if names:
        lines.append(para(f"Likewise {listed(names, 12)}.", small=True))
    return cell(tuple(lines))


def _name(finding: Finding) -> str:
    """What the finding calls its object; where it does not, the way to it in words of the plan."""
    at = finding.wrong.casefold().find(finding.object.casefold())
    end = at + len(finding.object)
    return finding.wrong[at:end] if at >= 0 and finding.object else finding.crumbs or "the plan"


def _who(view: View, alike: list[Finding]) -> str:
    """`LRO`, or the owners by name with how many each has to put right."""
    acts = alike[0].acts
    if "owner" not in acts.lower():
        return acts
    owners = {item.id: item.owner for item in view.plan.owned if item.id}
    counted = Counter(view.post(owners.get(finding.object)) or "no owner" for finding in alike)
    named = [
        f"{post} {number}" if len(alike) > 1 else post for post, number in counted.most_common()
    ]
    return f"{capital(acts)}: {', '.join(named)}"


def _waived(view: View, waiver: Waiver) -> Block:
    """A waiver with what it sets aside; one that has ended, or has nothing to do, says so."""
    findings = [aside.finding.wrong for aside in view.waived if aside.waiver == waiver]
    name = ", ".join(part for part in (waiver.id, waiver.rule) if part)
    until = f" until {short_day(waiver.until)}" if waiver.until else ""
    by = f", approved by {view.post(waiver.approver)}" if waiver.approver else ""
    wrong = " ".join(findings) or "Sets nothing aside now."
    why = " ".join((waiver.reason or "no reason given").split()).rstrip(".")
    return labelled(f"Waived{until}{by}: {name}", f"{wrong} Reason: {why}.")
