"""The mirror of statuses, against a daemon's rule for differences: whatever is asked in between, what it tells is what is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.deluge.mirror import Mark, Mirror, Status

KEYS = ("name", "progress", "state")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["set", "add", "remove", "ask", "ask"]), st.sampled_from("ab"), st.sampled_from(KEYS), st.integers(0, 2)
    ),
    max_size=30,
)


class Daemon:
    """The rule as it was seen: the keys that differ from the last such question, of which it remembers only the keys asked."""

    def __init__(self) -> None:
        self.torrents: dict[str, dict[str, int]] = {}
        self.told: dict[str, dict[str, int]] = {}

    def differences(self, keys: list[str]) -> dict[str, Status]:
        now = {infohash: {key: torrent[key] for key in keys} for infohash, torrent in self.torrents.items()}
        changed: dict[str, Status] = {
            infohash: {key: value for key, value in status.items() if self.told.get(infohash, {}).get(key) != value}
            for infohash, status in now.items()
        }
        self.told = now
        return changed


@patient
@given(CHANGES)
def test_what_it_tells_is_what_is_whichever_keys_are_asked_for(changes: list[tuple[str, str, str, int]]) -> None:
    daemon, mirror, asked = Daemon(), Mirror(), 0
    for action, infohash, key, value in changes:
        if action == "add":
            daemon.torrents.setdefault(infohash, dict.fromkeys(KEYS, 0))
        elif action == "remove":
            daemon.torrents.pop(infohash, None)
            daemon.told.pop(infohash, None)
        elif action == "set" and infohash in daemon.torrents:
            daemon.torrents[infohash][key] = value
        elif action == "ask":
            keys = [one for one in KEYS if one != key]
            asked += 1
            told = mirror.merge(daemon.differences(keys), keys, Mark(1, asked))
            assert told == {one: {each: status[each] for each in keys} for one, status in daemon.torrents.items()}


def test_a_question_that_it_did_not_see_makes_it_unsound() -> None:
    mirror = Mirror()
    mirror.merge({"a": {"name": 1}}, ["name"], Mark(1, 1))
    assert mirror.is_sound(Mark(1, 1))
    assert not mirror.is_sound(Mark(1, 2))
    assert not mirror.is_sound(Mark(2, 1))
    mirror.clear()
    assert not mirror.is_sound(Mark(1, 1))


def test_a_status_that_did_not_change_is_not_made_anew() -> None:
    mirror = Mirror()
    first = mirror.merge({"a": {"name": 1}, "b": {"name": 2}}, ["name"], Mark(1, 1))
    second = mirror.merge({"a": {}, "b": {"name": 3}}, ["name"], Mark(1, 2))
    assert second["a"] is first["a"]
    assert (first["b"], second["b"]) == ({"name": 2}, {"name": 3})
