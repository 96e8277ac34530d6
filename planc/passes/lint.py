"""Plans -> findings: runs the rules, and signs what they and the reader have found.

Only here does a problem get its rule's name, its severity and its place, and only here does the
force's policy have a say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from planc.all_rules import (
    BASELINE_RULES,
    CHANGE_NAMES,
    CHANGE_RULES,
    DRAFT_RULES,
    FIXED,
    OWED,
    PORTFOLIO_NAMES,
    PORTFOLIO_RULES,
    RULES,
    SETTING_RULES,
    STRUCTURE,
    TEXT_RULES,
    WAIVER_RULES,
    severities,
)
from planc.model.baseline import OlderOfPlan
from planc.model.context import Clue, Context
from planc.model.difference import PlanChange, SettingChange
from planc.model.document import Document, Route, Span
from planc.model.edit import TextEdit
from planc.model.finding import Finding, Place, Problem, Severity
from planc.model.parsed_file import ParsedFile
from planc.model.plan import Plan
from planc.model.rule import Declared, manual, message, rule_name
from planc.model.set_aside import WaiverCase, WaiverVerdicts
from planc.passes.approve_edit import approve_edit
from planc.passes.withhold import NOT_SHOWN, harmless, is_personal, withhold
from planc.resources import schema
from planc.wording.breadcrumbs import crumbs, item_crumbs, object_at, objects_in


class Linter:
    """Lints files one after another, and sees what they say together at the end.

    Nothing of a file is kept but its findings, its waivers and the clues for the portfolio rules,
    so memory does not grow with the number of plans. `whole` says whether the portfolio rules will
    run, `since` whether those about changes will. `waivers` are those of the plans linted so far,
    ready for when every finding is known.
    """

    def __init__(self, context: Context, *, whole: bool = True, since: bool = False) -> None:
        self._context = context
        self._severities = severities(context.policy)
        self._clues: dict[str, dict[str, list[Clue]]] = {}
        self._waivable = {n: severity for n, severity in self._severities.items() if n not in FIXED}
        if not since:
            self._waivable |= dict.fromkeys(CHANGE_NAMES)
        if not whole:
            self._waivable |= dict.fromkeys(PORTFOLIO_NAMES)
        self.waivers: list[WaiverVerdicts] = []

    def lint(self, file: ParsedFile) -> list[Finding]:
        """The findings about one file, in order of place."""
        file, words = withhold(file, self._context)
        findings: list[Finding] = []
        named: dict[tuple[str, str], list[str]] = {}
        for rule, fault in (*words, *_problems(file, self._context)):
            if finding := self._signed(file, rule, fault):
                findings.append(finding)
                if not isinstance(fault.at, Span) and fault.at:
                    named.setdefault((finding.rule, str(fault.at[0])), []).append(finding.object)
        if file.plan is not None and file.plan.status == "draft":
            findings = [*self._of_draft(file, file.plan, findings)]
        if file.plan is not None:
            self._gather(file, file.plan)
            self.waivers += self._verdicts(file, file.plan, named)
        return sorted(findings, key=lambda finding: finding.order)

    def _of_draft(self, file: ParsedFile, plan: Plan, findings: list[Finding]) -> Iterator[Finding]:
        """The findings about a draft, those of what it lacks in one; what is waived stays apart."""
        waived = {waiver.rule for waiver in plan.waivers}
        owed = [f for f in findings if f.rule in _OWED and f.rule not in waived]
        yield from (finding for finding in findings if finding not in owed)
        fields = [finding.crumbs.split(",")[0] or "the plan" for finding in owed]
        for rule in DRAFT_RULES:
            for fault in rule.check(fields, self._context):
                if finding := self._signed(file, rule, fault):
                    yield finding

    def _gather(self, file: ParsedFile, plan: Plan) -> None:
        named = plan.ref or file.path
        for rule in PORTFOLIO_RULES:
            name = rule_name(rule)
            if self._severities[name] is None:
                continue
            about = self._clues.setdefault(name, {})
            for clue in rule.gather(plan, self._context):
                if not _explained(file, rule, clue.problem):
                    about.setdefault(clue.about, []).append(
                        Clue(clue.about, clue.problem, clue.weight, file.path, named)
                    )

    @property
    def clues(self) -> Mapping[str, Mapping[str, list[Clue]]]:
        """What has been gathered for the portfolio rules, by rule and by what it is about."""
        return self._clues

    def take(
        self, clues: Mapping[str, Mapping[str, list[Clue]]], waivers: Sequence[WaiverVerdicts]
    ) -> None:
        """Takes over what another linter kept of the plans that come next."""
        for name, clues_by_about in clues.items():
            about = self._clues.setdefault(name, {})
            for key, more in clues_by_about.items():
                about.setdefault(key, []).extend(more)
        self.waivers += waivers

    def problems_together(self) -> dict[str, list[tuple[Declared, Problem]]]:
        """What the portfolio rules see, by plan; only right once every plan has been linted."""
        faults_by_path: dict[str, list[tuple[Declared, Problem]]] = {}
        for rule in PORTFOLIO_RULES:
            for clues in self._clues.get(rule_name(rule), {}).values():
                for clue, blanks in rule.judge(clues, self._context):
                    fault = replace(clue.problem, blanks={**clue.problem.blanks, **blanks})
                    faults_by_path.setdefault(clue.path, []).append((rule, fault))
        return faults_by_path

    def sign(self, file: ParsedFile, pairs: Sequence[tuple[Declared, Problem]]) -> list[Finding]:
        """The findings that problems in a plan are which others see in it."""
        file, _ = withhold(file, self._context)
        return [f for rule, fault in pairs if (f := self._signed(file, rule, fault))]

    def _verdicts(
        self, file: ParsedFile, plan: Plan, named: Mapping[tuple[str, str], Sequence[str]]
    ) -> Iterator[WaiverVerdicts]:
        """The waivers of a plan, each with what will be said of it, used or idle.

        `named` are the objects of its findings, by their rule and the section they stand in.
        """
        if not plan.waivers or file.document is None or not isinstance(file.document.data, dict):
            return
        sections = {n: section for n, section in file.document.data.items() if n != "waivers"}
        objects = {*objects_in(schema("plan"), sections), *schema("plan")["properties"], "plan"}
        certain = all(route[:1] == ("waivers",) for route in file.document.spoiled)
        for waiver in plan.waivers:
            others = dict.fromkeys(named.get((waiver.rule or "", waiver.id or ""), ()))
            instead = [name for name in others if name != waiver.id]
            used, idle = (
                tuple(
                    self._judged(
                        file,
                        WaiverCase(
                            waiver,
                            plan,
                            self._waivable,
                            FIXED,
                            objects,
                            instead,
                            certain,
                            has_finding,
                        ),
                    )
                )
                for has_finding in (True, False)
            )
            yield WaiverVerdicts(file.path, waiver, used, idle)

    def _judged(self, file: ParsedFile, case: WaiverCase) -> Iterator[Finding]:
        for rule in WAIVER_RULES:
            for fault in rule.check(case, self._context):
                if finding := self._signed(file, rule, fault):
                    yield finding

    def lint_baseline(
        self, file: ParsedFile, met: Sequence[tuple[OlderOfPlan, int]]
    ) -> list[Finding]:
        """The findings about the baseline, once it is known which findings are on it."""
        return [
            finding
            for rule in BASELINE_RULES
            for fault in rule.check(met, self._context)
            if (finding := self._signed(file, rule, fault))
        ]

    def _severity(self, file: ParsedFile, rule: Declared) -> Severity | None:
        """What the rule weighs in this file; in a draft, errors are warnings."""
        severity = self._severities[rule_name(rule)]
        draft = file.plan is not None and file.plan.status == "draft"
        return Severity.WARNING if draft and severity is Severity.ERROR else severity

    def lint_change(self, file: ParsedFile, change: PlanChange | SettingChange) -> list[Finding]:
        """The findings about what became of a file since an earlier reading of it."""
        file, _ = withhold(file, self._context)
        faults: list[tuple[Declared, Problem]] = []
        if isinstance(change, PlanChange):
            for rule in CHANGE_RULES:
                faults += [(rule, fault) for fault in rule.check(change, self._context)]
        else:
            for setting in SETTING_RULES:
                faults += [(setting, fault) for fault in setting.check(change, self._context)]
        return [f for rule, fault in faults if (f := self._signed(file, rule, fault))]

    def _signed(self, file: ParsedFile, rule: Declared, fault: Problem) -> Finding | None:
        severity = self._severity(file, rule)
        if severity is None or _explained(file, rule, fault):
            return None
        route: Route = () if isinstance(fault.at, Span) else fault.at
        document = file.document
        data = document.data if document else None
        blanks = {"id": item_crumbs(schema(file.kind), data, route), **fault.blanks}
        place = _place(file.path, document, fault.at, value=fault.value)
        personal = is_personal(file, place.span)
        if personal:
            blanks |= {name: shown for name, shown in NOT_SHOWN.items() if name in blanks}
        shown = partial(harmless, context=self._context) if file.withheld else str
        thing, field = object_at(schema(file.kind), data, route, shown)
        if isinstance(fault.at, Span) and severity is not Severity.REFUSAL:
            before = file.lines[fault.at.line - 1][: fault.at.column - 1].strip()
            thing, _ = object_at({}, {"remark": [before]}, ("remark", 0), shown)
        way = crumbs(schema(file.kind), data, route)
        if file.withheld:
            blanks = {n: harmless(blank, self._context, whole=False) for n, blank in blanks.items()}
            thing, field, way = map(shown, (thing, field, way))
        words, name = message(rule, blanks), rule_name(rule)
        edits = () if personal else tuple(_shown_edits(file, self._context, fault, place))
        about = f"{thing}.{field}" if field else thing
        return Finding(
            rule=name,
            severity=severity,
            place=place,
            plan=(file.plan.ref if file.plan else None) or file.path,
            object=thing,
            crumbs=way,
            wrong=words.wrong,
            why=words.why,
            do=words.do,
            acts=manual(rule).acts if file.is_plan else _KEEPERS[file.kind],
            personal=personal,
            related=tuple((_place(file.path, document, at), word) for at, word in fault.related),
            field=field,
            edits=edits,
            fixable=bool(edits) and approve_edit(name, edits, about, file.text),
        )


_OWED = frozenset(rule_name(rule) for rule in OWED)


def _problems(file: ParsedFile, context: Context) -> Iterator[tuple[Declared, Problem]]:
    yield from file.faults
    if file.plan is not None:
        for rule in RULES:
            for fault in rule.check(file.plan, context):
                yield rule, fault


_KEEPERS = {
    "directory": "directory keeper",
    "policy": "OCG coordinator",
    "extended": "OCG coordinator",
    "baseline": "OCG coordinator",
}


def _explained(file: ParsedFile, rule: Declared, fault: Problem) -> bool:
    """Whether a fault of shape, already reported, stands where a rule sees a problem."""
    spoiled = file.document.spoiled if file.document else frozenset()
    heard = (*STRUCTURE, *(refusal for refusal, _ in TEXT_RULES))  # whatever else there is to say
    if not spoiled or isinstance(fault.at, Span) or rule in heard:
        return False
    # a list is not what it was meant to be where an item of it is not
    lists = {route[:-1] for route in spoiled if route and isinstance(route[-1], int)}
    ways = (fault.at, *fault.unless)
    return any(
        way in lists or any(way[:depth] in spoiled for depth in range(len(way) + 1)) for way in ways
    )


def _place(path: str, document: Document | None, at: Route | Span, *, value: bool = False) -> Place:
    if isinstance(at, Span):
        return Place(path, at)
    if document is None:
        return Place(path)
    whole = not (isinstance(document.data, dict) and at and at[0] in document.data)
    return Place(path, document.span(at, value=value), whole)


def _shown_edits(
    file: ParsedFile, context: Context, fault: Problem, place: Place
) -> Iterator[TextEdit]:
    """What the message says to write, but for what touches a line that is shown to nobody."""
    for edit in _edits(fault, place):
        lines = range(edit.span.line, edit.span.end_line + 1)
        if not file.withheld or (
            file.withheld.isdisjoint(lines) and harmless(edit.text, context) == edit.text
        ):
            yield edit


def _edits(fault: Problem, place: Place) -> Iterator[TextEdit]:
    """What the message says to write, as places in the file."""
    if isinstance(fault.edit, TextEdit):
        yield fault.edit
    elif fault.edit is not None and place.span is not None and not place.whole:
        yield TextEdit(place.span, fault.edit)
