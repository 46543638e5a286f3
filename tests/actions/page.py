"""The coverage of the actions as text: the page docs/coverage.md, and the table at the end of a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.actions.facts import Action, actions, exists, holds, is_used, lines
from tests.actions.seen import NATIVE, Seen

FILE = Path(__file__).parents[2] / "docs" / "coverage.md"
HEAD = """# Actions of the Web API, and what the tests saw of them

Written by `python -m tools.coverage` from what `make test` noted at the wire, on real daemons; `make test` fails when this page
says something else than the run saw.

**ok**: the daemon did it for the blocking and for the asyncio face. Numbers after it are statuses with which the daemon refused
it to them, of those that are its own; 401 and 403 for want of a session, and 405, are not counted. **-**: that version has no
such action, and the faces say so before anything is sent. **instead**: the faces reach the same by other actions. The last column
says why something is not seen.
"""


def is_refusable(action: Action, line: str) -> bool:
    """Whether a client can be refused the action, in a way of its own, on that line."""
    return any(holds(one.since, one.until, line) and not one.beyond for one in action.refusals)


def cell(seen: Seen, action: Action, line: str) -> str:
    """One action on one line."""
    if not exists(action, line):
        return "-"
    if not is_used(action, line):
        return "instead"
    by = [face for face in NATIVE if seen.is_answered(action, line, face)]
    word = "ok" if len(by) == len(NATIVE) else " ".join(by) or "no"
    return " ".join([word, *map(str, seen.refusals(action, line))])


def counts(seen: Seen, line: str, among: tuple[Action, ...]) -> tuple[int, int, int, int]:
    """How many of the actions are used on a line, were answered there, can be refused, were refused."""
    there = [action for action in among if is_used(action, line)]
    answered = [action for action in there if all(seen.is_answered(action, line, face) for face in NATIVE)]
    refusable = [action for action in there if is_refusable(action, line)]
    refused = [action for action in refusable if seen.refusals(action, line)]
    return len(there), len(answered), len(refusable), len(refused)


def text(seen: Seen) -> str:
    """The page."""
    return "\n".join([HEAD, *summary(seen), "", *table(seen), ""])


def summary(seen: Seen) -> Iterator[str]:
    """How many, by line."""
    yield f"The {len(actions())} actions of the versions 4.1 to 5.3:\n"
    yield "| daemon | exist | used | answered | can be refused | refused |"
    yield "|---|---|---|---|---|---|"
    for line, version in lines().items():
        there, answered, refusable, refused = counts(seen, line, actions())
        existing = sum(exists(action, line) for action in actions())
        yield f"| {version} | {existing} | {there} | {answered} | {refusable} | {refused} |"


def table(seen: Seen) -> Iterator[str]:
    """A row for each action."""
    yield f"| action | since | until | {' | '.join(lines().values())} | why not |"
    yield f"|---|---|---|{'---|' * len(lines())}---|"
    for action in actions():
        cells = " | ".join(cell(seen, action, line) for line in lines())
        yield f"| {action.path} | {action.since} | {action.until} | {cells} | {'; '.join(filter(None, action.reasons))} |"


def printed(seen: Seen) -> Iterator[str]:
    """The table at the end of a run: answered and refused actions by scope and line."""
    scopes = list(dict.fromkeys(action.path.partition("/")[0] for action in actions()))
    yield f"{'actions answered':<18}{''.join(f'{version:>14}' for version in lines().values())}"
    for scope in scopes:
        yield row(seen, scope, tuple(action for action in actions() if action.path.startswith(f"{scope}/")))
    yield row(seen, f"all {len(actions())}", actions())
    refused = (counts(seen, line, actions())[2:] for line in lines())
    yield f"{'with a refusal':<18}" + "".join(f"{f'{done} / {can}':>14}" for can, done in refused)


def row(seen: Seen, name: str, among: tuple[Action, ...]) -> str:
    """One row of it: answered / existing."""
    found = (counts(seen, line, among) for line in lines())
    return f"  {name:<16}" + "".join(f"{f'{answered} / {there}' if there else '-':>14}" for there, answered, *_ in found)
