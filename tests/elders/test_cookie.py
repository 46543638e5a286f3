"""What servers of the cookie generation do, beside the recorded answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
import requests
from tests.elders import Elder, profiles
from tests.elders.asking import SECONDS, TORRENT, CookieClient
from tests.elders.torrents import Peer, Torrent

if TYPE_CHECKING:
    from tests.elders.conftest import Starts

LAST: Final = "4.0.4"
SESSION_SECONDS: Final = 900


def filled(start: Starts, version: str = LAST) -> tuple[Elder, CookieClient, Torrent]:
    server = start(version)
    return server, CookieClient(server), server.add(TORRENT)


class TestVersions:
    @pytest.mark.parametrize("version", profiles.COOKIE)
    def test_three_questions_are_answered_without_a_login(self, start: Starts, version: str) -> None:
        server = start(version)
        asked = [requests.get(f"{server.url}/version/{name}", timeout=SECONDS).text for name in ("api", "api_min", "qbittorrent")]
        assert asked == [str(server.profile.api), str(server.profile.api_min), f"v{version}"]

    @pytest.mark.parametrize(("version", "kind"), [("3.2.0", "text/javascript; charset=UTF-8"), ("3.2.5", "application/json")])
    def test_the_type_of_json(self, start: Starts, version: str, kind: str) -> None:
        assert CookieClient(start(version)).get("query/torrents").headers["content-type"] == kind

    @pytest.mark.parametrize(
        ("version", "present", "absent"),
        [
            ("3.2.0", {"label", "num_incomplete"}, {"category", "save_path", "added_on", "tracker"}),
            ("3.3.4", {"label", "save_path", "added_on"}, {"category", "tracker"}),
            ("3.3.11", {"category", "remaining"}, {"label", "amount_left"}),
            ("3.3.16", {"category", "amount_left"}, {"label", "remaining", "auto_tmm", "magnet_uri"}),
            ("4.0.4", {"category", "auto_tmm", "magnet_uri", "tags", "time_active"}, {"label"}),
        ],
    )
    def test_keys_of_a_torrent(self, start: Starts, version: str, present: set[str], absent: set[str]) -> None:
        _, client, _ = filled(start, version)
        row = client.row()
        assert present <= set(row)
        assert not absent & set(row)

    def test_a_version_that_was_never_released_is_refused(self) -> None:
        with pytest.raises(ValueError, match=r"3\.4\.0"):
            Elder("3.4.0")


class TestSession:
    def test_it_ends_after_fifteen_idle_minutes(self, start: Starts) -> None:
        server = start(LAST)
        client = CookieClient(server)
        server.clock.advance(SESSION_SECONDS)
        assert client.get("query/torrents").status_code == 200
        server.clock.advance(SESSION_SECONDS + 1)
        assert client.get("query/torrents").status_code == 403

    def test_an_open_one_is_not_checked_again(self, start: Starts) -> None:
        assert CookieClient(start(LAST)).log_in("wrong").text == "Ok."

    def test_a_good_login_takes_no_failure_back(self, start: Starts) -> None:
        server = start(LAST)
        wrong = [
            requests.post(f"{server.url}/login", {"username": "admin", "password": "x"}, timeout=SECONDS).text for _ in range(4)
        ]
        client = CookieClient(server)
        requests.post(f"{server.url}/login", {"username": "admin", "password": "x"}, timeout=SECONDS)
        assert wrong == ["Fails."] * 4
        assert client.get("query/torrents").status_code == 403

    @pytest.mark.parametrize(("version", "status"), [("3.3.4", 200), ("3.3.16", 401)])
    @pytest.mark.parametrize("header", ["Origin", "Referer"])
    def test_another_origin_is_refused_from_3_3_13_on(self, start: Starts, version: str, status: int, header: str) -> None:
        client = CookieClient(start(version))
        assert client.get("query/torrents", {header: "http://evil.example"}).status_code == status
        assert client.get("query/torrents", {header: f"{client.server.url}/"}).status_code == 200

    @pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 200), ("any.example", 200), ("127.0.0.1:1", 401)])
    def test_only_the_port_of_host_is_checked(self, start: Starts, host: str, status: int) -> None:
        answer = requests.get(f"{start(LAST).url}/version/api", headers={"Host": host}, timeout=SECONDS)
        assert answer.status_code == status

    def test_bypass_local_auth_opens_a_session(self, start: Starts) -> None:
        server = start(LAST)
        server.preferences["bypass_local_auth"] = True
        answer = requests.get(f"{server.url}/query/torrents", timeout=SECONDS)
        assert (answer.status_code, "SID" in answer.cookies) == (200, True)


class TestCommands:
    @pytest.mark.parametrize("form", [{}, {"hash": "0" * 40, "hashes": "x"}], ids=["too little", "too much"])
    def test_other_than_the_expected_fields_make_a_bad_request(self, start: Starts, form: dict[str, str]) -> None:
        _, client, torrent = filled(start)
        answer = client.post("command/pause", **form)
        assert (answer.status_code, answer.reason, answer.content) == (400, "Bad Request", b"")
        assert not torrent.paused

    @pytest.mark.parametrize(
        ("version", "option", "status"),
        [("3.2.5", "savepath", 400), ("3.3.4", "savepath", 200), ("3.3.4", "category", 400), ("3.3.16", "category", 200)],
    )
    def test_options_of_an_add_came_with_the_versions(self, start: Starts, version: str, option: str, status: int) -> None:
        client = CookieClient(start(version))
        link = f"magnet:?xt=urn:btih:{'a' * 40}"
        assert client.post("command/download", urls=link, **{option: "x"}).status_code == status

    @pytest.mark.parametrize(("version", "text"), [("3.3.4", ""), ("3.3.16", "Ok.")])
    def test_what_an_added_link_is_answered(self, start: Starts, version: str, text: str) -> None:
        client = CookieClient(start(version))
        assert client.post("command/download", urls=f"magnet:?xt=urn:btih:{'a' * 40}").text == text

    def test_no_link_at_all_fails(self, start: Starts) -> None:
        assert CookieClient(start(LAST)).post("command/download", urls="none").text == "Fails."

    @pytest.mark.parametrize(("version", "status"), [("3.2.5", 200), ("3.3.16", 500)])
    def test_a_duplicate_upload(self, start: Starts, version: str, status: int) -> None:
        client = CookieClient(start(version))
        assert client.upload(TORRENT).status_code == 200
        assert client.upload(TORRENT).status_code == status

    @pytest.mark.parametrize(("version", "reason"), [("3.2.5", "Internal Server Error"), ("3.3.16", "Unsupported Media Type")])
    def test_what_is_no_torrent_is_415(self, start: Starts, version: str, reason: str) -> None:
        answer = CookieClient(start(version)).upload(b"nothing")
        assert (answer.status_code, answer.reason) == (415, reason)

    def test_upload_takes_options(self, start: Starts) -> None:
        client = CookieClient(start(LAST))
        client.upload(TORRENT, paused="true", category="c", dlLimit="2048", rename="other", skip_checking="true")
        row = client.row()
        assert (row["state"], row["category"], row["dl_limit"], row["name"]) == ("pausedUP", "c", 2048, "other")

    def test_queue_orders_are_refused_with_queueing_off(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        server.preferences["queueing_enabled"] = False
        answer = client.post("command/topPrio", hashes=torrent.hash)
        assert (answer.status_code, answer.reason) == (403, "Torrent queueing must be enabled")

    @pytest.mark.parametrize(
        ("version", "command", "form", "name"),
        [
            ("3.3.4", "setLabel", {"label": "a"}, "label"),
            ("3.3.16", "setCategory", {"category": "a"}, "category"),
        ],
    )
    def test_labels_became_categories(self, start: Starts, version: str, command: str, form: dict[str, str], name: str) -> None:
        _, client, torrent = filled(start, version)
        assert client.post(f"command/{command}", hashes=torrent.hash, **form).status_code == 200
        assert client.row()[name] == "a"
        bad = client.post(f"command/{command}", hashes=torrent.hash, **dict.fromkeys(form, "a:b"))
        assert bad.status_code == 400

    def test_a_removed_category_leaves_its_torrents(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        client.post("command/addCategory", category="a")
        client.post("command/setCategory", hashes=torrent.hash, category="a")
        client.post("command/removeCategories", categories="a\nb")
        assert (server.holdings.categories, torrent.category) == ([], "")

    def test_several_switches(self, start: Starts) -> None:
        _, client, torrent = filled(start)
        for command in ("toggleSequentialDownload", "toggleFirstLastPiecePrio"):
            client.post(f"command/{command}", hashes=torrent.hash)
        for command in ("setSuperSeeding", "setForceStart"):
            client.post(f"command/{command}", hashes=torrent.hash, value="true")
        client.post("command/setAutoTMM", hashes=torrent.hash, enable="true")
        row = client.row()
        assert all(row[name] for name in ("seq_dl", "f_l_piece_prio", "super_seeding", "force_start", "auto_tmm"))
        assert row["state"] == "forcedDL"

    def test_paths_of_4_0(self, start: Starts) -> None:
        _, client, torrent = filled(start)
        assert client.post("command/rename", hash=torrent.hash, name="new").status_code == 200
        assert client.post("command/rename", hash=torrent.hash, name="").reason == "Incorrect torrent hash or name"
        client.post("command/setLocation", hashes=torrent.hash, location="/no/such/folder")
        assert (torrent.name, torrent.save_path) == ("new", "/srv/torrents/downloads")
        assert client.get(f"query/getPieceHashes/{torrent.hash}").json() == [(b"p" * 20).hex()] * 3
        assert client.get(f"query/getPieceStates/{torrent.hash}").json() == [0, 0, 0]

    def test_alternative_limits_are_told_as_the_rate(self, start: Starts) -> None:
        _, client, _ = filled(start)
        client.post("command/toggleAlternativeSpeedLimits")
        assert client.get("command/alternativeSpeedLimitsEnabled").text == "1"
        assert client.get("query/transferInfo").json()["dl_rate_limit"] == 10240

    @pytest.mark.parametrize(("version", "limit"), [("3.3.4", -1), ("3.3.16", 0)])
    def test_limits_are_in_kib_until_3_3_7(self, start: Starts, version: str, limit: int) -> None:
        client = CookieClient(start(version))
        assert client.get("query/preferences").json()["dl_limit"] == limit
        client.post("command/setGlobalDlLimit", limit="4096")
        assert client.get("query/preferences").json()["dl_limit"] == (4 if limit else 4096)

    def test_the_hash_of_the_password_changes_nothing_and_another_text_does(self, start: Starts) -> None:
        server = start(LAST)
        client = CookieClient(server)
        read = client.get("query/preferences").json()["web_ui_password"]
        client.post("command/setPreferences", json=f'{{"web_ui_password":"{read}"}}')
        assert CookieClient(server).get("query/torrents").status_code == 200
        client.post("command/setPreferences", json='{"web_ui_password":"new"}')
        answer = requests.post(f"{server.url}/login", {"username": "admin", "password": "new"}, timeout=SECONDS)
        assert answer.text == "Ok."


class TestLists:
    def test_the_log_goes_on_where_the_client_stands(self, start: Starts) -> None:
        server, client, _ = filled(start)
        first = client.get("query/getLog").json()
        server.holdings.say("again", 4)
        later = client.get("query/getLog", last_known_id=str(first[-1]["id"])).json()
        assert [(line["message"], line["type"]) for line in later] == [("again", 4)]
        assert client.get("query/getLog", normal="false", warning="false").json() == []

    def test_maindata_tells_what_changed_and_what_is_gone(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        server.holdings.categories.append("a")
        first = client.get("sync/maindata").json()
        assert (first["full_update"], first["rid"], list(first["torrents"])) == (True, 1, [torrent.hash])
        assert "hash" not in first["torrents"][torrent.hash]
        torrent.dlspeed = 5
        second = client.get("sync/maindata", rid="1").json()
        assert second == {"rid": 2, "torrents": {torrent.hash: {"dlspeed": 5, "state": "downloading"}}}
        # the client did not get the second answer, and asks again with the first one's number
        again = client.get("sync/maindata", rid="1").json()
        assert again == second | {"rid": 3}
        server.holdings.remove([torrent], with_files=False)
        server.holdings.categories.clear()
        third = client.get("sync/maindata", rid="3").json()
        assert third == {"rid": 4, "torrents_removed": [torrent.hash], "categories_removed": ["a"]}
        assert client.get("sync/maindata", rid="77").json()["full_update"] is True

    def test_labels_before_3_3_5(self, start: Starts) -> None:
        server = start("3.3.4")
        server.add(Torrent("a" * 40, "x", category="l"))
        assert CookieClient(server).get("sync/maindata").json()["labels"] == ["l"]

    def test_peers_come_and_go(self, start: Starts) -> None:
        _, client, torrent = filled(start)
        torrent.peers["10.0.0.1:6881"] = Peer("10.0.0.1", 6881, "x")
        first = client.get("sync/torrent_peers", hash=torrent.hash).json()
        assert list(first["peers"]) == ["10.0.0.1:6881"]
        torrent.peers.clear()
        second = client.get("sync/torrent_peers", hash=torrent.hash, rid="1").json()
        assert second == {"rid": 2, "peers_removed": ["10.0.0.1:6881"]}
        assert client.get("sync/torrent_peers", hash="0" * 40).content == b""

    def test_a_negative_offset_counts_from_the_end(self, start: Starts) -> None:
        server = start(LAST)
        for letter in "abc":
            server.add(Torrent(letter * 40, letter))
        rows = CookieClient(server).get("query/torrents", sort="name", offset="-1").json()
        assert [row["name"] for row in rows] == ["c"]
