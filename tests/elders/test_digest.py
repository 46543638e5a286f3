"""What servers of the Digest generation do, beside the recorded answers: facts seen on 3.1.12 and 3.1.9.2, and the document's."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from typing import TYPE_CHECKING, Final

import pytest
import requests
from tests.elders import profiles
from tests.elders.asking import SECONDS, TORRENT, DigestClient
from tests.elders.recordings import sent, taken_apart
from tests.elders.torrents import File, Torrent

if TYPE_CHECKING:
    from tests.elders.conftest import Starts
    from tests.elders.elder import Elder

LATEST: Final = "3.1.12"
HOUR: Final = 3600


def md5(*parts: str) -> str:
    return hashlib.md5(":".join(parts).encode(), usedforsecurity=False).hexdigest()


def authorization(method: str = "GET", uri: str = "/", password: str = "adminadmin", **fields: str) -> dict[str, str]:  # noqa: S107
    """The fields of a right header without qop."""
    given = {"username": "admin", "realm": "Web UI Access", "nonce": "made_up", "uri": uri} | fields
    first = md5(given["username"], given["realm"], password)
    return given | {"response": md5(first, given["nonce"], md5(method, given["uri"]))}


def status(server: Elder, fields: dict[str, str]) -> int:
    header = "Digest " + ", ".join(f'{name}="{value}"' for name, value in fields.items())
    return requests.get(f"{server.url}/json/transferInfo", headers={"Authorization": header}, timeout=SECONDS).status_code


def filled(start: Starts, version: str = LATEST, language: str = "en") -> tuple[Elder, DigestClient, Torrent]:
    server = start(version, language=language)
    return server, DigestClient(server), server.add(TORRENT)


class TestAuthorization:
    def test_a_cnonce_before_the_nonce_is_refused(self, start: Starts) -> None:
        server, fields = start(LATEST), authorization()
        assert status(server, fields) == 200
        assert status(server, fields | {"cnonce": "after"}) == 200
        assert status(server, {"cnonce": "before"} | fields) == 401

    def test_a_response_in_upper_case_is_refused(self, start: Starts) -> None:
        server, fields = start(LATEST), authorization()
        assert status(server, fields | {"response": fields["response"].upper()}) == 401

    @pytest.mark.parametrize("nonce", ["with-dash", "with+plus", "with/slash"])
    def test_a_nonce_with_other_signs_is_refused(self, start: Starts, nonce: str) -> None:
        assert status(start(LATEST), authorization(nonce=nonce)) == 401

    @pytest.mark.parametrize("version", profiles.DIGEST)
    def test_the_sixth_try_meets_a_ban_of_an_hour_that_the_right_password_does_not_lift(
        self, start: Starts, version: str
    ) -> None:
        server = start(version)
        tries = [status(server, authorization(password="wrong")) for _ in range(6)]
        assert tries == [401] * 5 + [403]
        assert status(server, authorization()) == 403
        server.clock.advance(HOUR)
        assert status(server, authorization()) == 200

    def test_a_missing_header_is_no_failure_and_a_success_takes_failures_back(self, start: Starts) -> None:
        server = start(LATEST)
        for _ in range(3):
            for _ in range(4):
                status(server, authorization(password="wrong"))
                assert requests.get(server.url, timeout=SECONDS).status_code == 401
            assert status(server, authorization()) == 200

    @pytest.mark.parametrize(
        ("version", "language", "words", "kind"),
        [
            ("3.1.12", "en", "Your IP address has been banned", "text/plain; charset=utf-8"),
            ("3.1.9.2", "ru", "заблокирован", None),
        ],
    )
    def test_a_ban_is_worded_in_the_servers_language(
        self, start: Starts, version: str, language: str, words: str, kind: str | None
    ) -> None:
        server = start(version, language=language)
        for _ in range(5):
            status(server, authorization(password="wrong"))
        answer = requests.get(server.url, timeout=SECONDS)
        assert (answer.status_code, words in answer.content.decode(), answer.headers.get("content-type")) == (403, True, kind)

    def test_a_restart_lifts_the_ban(self, start: Starts) -> None:
        server = start(LATEST)
        for _ in range(5):
            status(server, authorization(password="wrong"))
        server.forget_bans()
        assert status(server, authorization()) == 200

    def test_bypass_local_auth_takes_effect_at_once_and_ignores_a_wrong_header(self, start: Starts) -> None:
        server = start(LATEST)
        DigestClient(server).order("setPreferences", json='{"bypass_local_auth":true}')
        assert requests.get(server.url, timeout=SECONDS).status_code == 200
        assert status(server, authorization(password="wrong")) == 200


class TestPassword:
    def test_it_reads_as_ha1_and_writing_that_back_changes_nothing(self, start: Starts) -> None:
        client = DigestClient(start(LATEST))
        read = client.json("/json/preferences")["web_ui_password"]
        assert read == md5("admin", "Web UI Access", "adminadmin")
        client.order("setPreferences", json=json.dumps({"web_ui_password": read}))
        assert client.get("/").status_code == 200

    def test_any_other_text_is_the_new_password(self, start: Starts) -> None:
        server = start(LATEST)
        DigestClient(server).order("setPreferences", json='{"web_ui_password":"another"}')
        assert DigestClient(server).get("/").status_code == 401
        assert DigestClient(server, password="another").get("/").status_code == 200

    def test_another_name_alone_locks_everybody_out(self, start: Starts) -> None:
        server = start(LATEST)
        DigestClient(server).order("setPreferences", json='{"web_ui_username":"root"}')
        assert DigestClient(server).get("/").status_code == 401
        assert DigestClient(server, username="root").get("/").status_code == 401

    def test_a_blank_after_the_colon_locks_everybody_out_of_3_1_9_2(self, start: Starts) -> None:
        server = start("3.1.9.2")
        DigestClient(server).order("setPreferences", json='{"web_ui_password": "new"}')
        assert DigestClient(server, password="new").get("/").status_code == 401
        assert DigestClient(server).get("/").status_code == 401


class TestTransport:
    def test_a_new_port_moves_the_server_after_the_answer_on_the_old_one(self, start: Starts, unused_tcp_port: int) -> None:
        server = start(LATEST)
        old = server.port
        assert DigestClient(server).order("setPreferences", json=f'{{"web_ui_port":{unused_tcp_port}}}').status_code == 200
        deadline = time.monotonic() + SECONDS
        while server.port == old and time.monotonic() < deadline:
            time.sleep(0.01)
        assert server.port == unused_tcp_port
        assert DigestClient(server).json("/json/preferences")["web_ui_port"] == unused_tcp_port

    def test_the_copy_of_a_compressed_answer_is_compressed_twice(self, start: Starts) -> None:
        server = start(LATEST)
        fields = ", ".join(f'{name}="{value}"' for name, value in authorization().items())
        head = f"GET /command/upload HTTP/1.1\r\nAuthorization: Digest {fields}\r\nAccept-Encoding: gzip\r\n\r\n"
        reply = sent(server.port, head.encode())
        once, twice = gzip.decompress(reply.body), taken_apart(reply.after).body
        assert once == gzip.decompress(gzip.decompress(twice))
        assert once.startswith(b"<script")

    def test_3_0_8_knows_no_gzip(self, start: Starts) -> None:
        answer = DigestClient(start("3.0.8")).get("/json/preferences")
        assert "content-encoding" not in answer.headers

    def test_a_body_over_ten_million_bytes_is_a_bad_request(self, start: Starts) -> None:
        reply = sent(start(LATEST).port, b"POST /command/upload HTTP/1.1\r\nContent-Length: 10000001\r\n\r\n")
        assert reply.status_line == "HTTP/1.1 400 Bad Request"

    @pytest.mark.parametrize("acted", [False, True])
    def test_a_connection_can_be_lost_before_and_after_the_server_acted(self, start: Starts, acted: bool) -> None:
        server, client, torrent = filled(start)
        server.lose(acted=acted, path="/command/pauseall")
        fields = ", ".join(f'{name}="{value}"' for name, value in authorization("POST").items())
        reply = sent(server.port, f"POST /command/pauseall HTTP/1.1\r\nAuthorization: Digest {fields}\r\n\r\n".encode())
        assert reply.status_line == ""
        assert torrent.paused is acted
        assert client.get("/").status_code == 200


class TestCache:
    def test_a_list_asked_right_after_a_change_is_old(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        assert [row["hash"] for row in client.json("/json/torrents")] == [torrent.hash]
        client.order("delete", hashes=torrent.hash)
        assert server.torrents == {}
        server.clock.advance(1.25)
        assert [row["hash"] for row in client.json("/json/torrents")] == [torrent.hash]
        server.clock.advance(0.25)
        assert client.json("/json/torrents") == []

    def test_properties_of_a_deleted_torrent_are_answered_until_another_is_asked_for(self, start: Starts) -> None:
        _, client, torrent = filled(start)
        path = f"/json/propertiesFiles/{torrent.hash}"
        kept = client.get(path).content
        client.order("delete", hashes=torrent.hash)
        assert client.get(path).content == kept
        client.get(f"/json/propertiesFiles/{'0' * 40}")
        assert client.get(path).content == b""

    @pytest.mark.parametrize(
        ("version", "general", "files", "trackers"), [("3.1.12", "{  }", "[  ]", "[  ]"), ("3.1.9.2", "{}", "[]", "[]")]
    )
    @pytest.mark.parametrize("infohash", ["0" * 40, "b" * 40], ids=["unknown", "without metadata"])
    def test_an_empty_answer_is_something_else_when_asked_again_at_once(
        self, start: Starts, version: str, general: str, files: str, trackers: str, infohash: str
    ) -> None:
        server = start(version)
        server.add(Torrent("b" * 40, ""))
        client = DigestClient(server)
        assert [client.get(f"/json/propertiesGeneral/{infohash}").text for _ in range(3)] == ["", general, general]
        assert [client.get(f"/json/propertiesFiles/{infohash}").text for _ in range(2)] == ["", files]
        assert [client.get(f"/json/propertiesTrackers/{infohash}").text for _ in range(2)] == [trackers, trackers]
        server.clock.advance(1.5)
        assert client.get(f"/json/propertiesGeneral/{infohash}").text == ""


class TestCommands:
    def test_any_method_and_any_name_is_answered_with_200(self, start: Starts) -> None:
        _, client, torrent = filled(start)
        assert client.get("/command/pauseall").status_code == 200
        assert torrent.paused
        assert client.order("noSuchCommand").status_code == 200

    def test_fields_of_the_query_and_of_other_bodies_are_passed_over(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        url = f"{server.url}/command/pause"
        for given in ({"params": {"hash": torrent.hash}}, {"json": {"hash": torrent.hash}}):
            assert requests.post(url, auth=client.login, timeout=SECONDS, **given).status_code == 200  # type: ignore[arg-type]
        assert not torrent.paused

    @pytest.mark.parametrize(("version", "is_read"), [("3.1.12", True), ("3.1.9.2", True), ("3.0.8", False)])
    def test_a_charset_beside_the_type_of_a_form(self, start: Starts, version: str, is_read: bool) -> None:
        server, client, torrent = filled(start, version)
        kind = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
        body = f"hash={torrent.hash}"
        requests.post(f"{server.url}/command/pause", body, headers=kind, auth=client.login, timeout=SECONDS)
        assert torrent.paused is is_read

    @pytest.mark.parametrize("bar", ["|", "%7C"])
    def test_of_two_hashes_pause_takes_the_first(self, start: Starts, bar: str) -> None:
        server, client, first = filled(start)
        second = server.add(Torrent("b" * 40, "second"))
        client.order("pause", hash=f"{first.hash}{bar}{second.hash}")
        assert (first.paused, second.paused) == (True, False)

    def test_a_wrong_name_of_a_field_does_nothing(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        assert client.order("pause", hashes=torrent.hash).status_code == 200
        assert client.order("delete", hash=torrent.hash).status_code == 200
        assert server.torrents == {torrent.hash: torrent}
        assert not torrent.paused

    @pytest.mark.parametrize(("command", "files_too"), [("delete", False), ("deletePerm", True)])
    def test_delete_keeps_files_and_deleteperm_does_not(self, start: Starts, command: str, files_too: bool) -> None:
        server, client, torrent = filled(start)
        client.order(command, hashes=f"{torrent.hash}|{torrent.hash}")
        assert server.torrents == {}
        assert (torrent.hash in server.holdings.files_deleted) is files_too

    @pytest.mark.parametrize(("place", "priority", "kept"), [("0", "5", 5), ("0|1", "7", 7), ("9", "7", 1)])
    def test_file_priorities(self, start: Starts, place: str, priority: str, kept: int) -> None:
        _, client, torrent = filled(start)
        client.order("setFilePrio", hash=torrent.hash, id=place, priority=priority)
        assert torrent.files[0].priority == kept

    @pytest.mark.parametrize("limit", ["0", "-1", "none"])
    def test_what_is_no_limit_reads_0_here_and_minus_1_there(self, start: Starts, limit: str) -> None:
        client = DigestClient(start(LATEST))
        client.order("setGlobalUpLimit", limit=limit)
        assert client.order("getGlobalUpLimit").text == "0"
        assert client.json("/json/preferences")["up_limit"] == -1

    @pytest.mark.parametrize(("version", "made"), [("3.1.12", ["ce" + "0" * 38]), ("3.1.9.2", [])])
    def test_a_malformed_magnet_makes_a_torrent_in_3_1_12_only(self, start: Starts, version: str, made: list[str]) -> None:
        server = start(version)
        DigestClient(server).order("download", urls="magnet:?xt=urn:btih:zz")
        assert list(server.torrents) == made

    def test_a_url_brings_what_the_test_put_there(self, start: Starts) -> None:
        server = start(LATEST)
        server.downloads["http://127.0.0.1:9/a.torrent?x=1&y=2"] = TORRENT
        DigestClient(server).order("download", urls="http://127.0.0.1:9/a.torrent?x=1&y=2\nhttp://127.0.0.1:9/none")
        assert [torrent.name for torrent in server.torrents.values()] == ["small.bin"]

    def test_resuming_takes_an_error_away(self, start: Starts) -> None:
        server, client, torrent = filled(start)
        torrent.error = "error"
        assert client.json("/json/torrents")[0]["state"] == "error"
        client.order("resume", hash=torrent.hash)
        server.clock.advance(1.5)
        assert client.json("/json/torrents")[0]["state"] == "stalledDL"

    @pytest.mark.parametrize(("version", "ends"), [("3.1.12", True), ("3.0.8", False)])
    def test_shutdown_ends_3_1_and_does_nothing_in_3_0(self, start: Starts, version: str, ends: bool) -> None:
        server = start(version)
        assert DigestClient(server).get("/command/shutdown").status_code == 200
        assert server.was_shut_down.is_set() is ends


class TestWords:
    @pytest.mark.parametrize(
        ("seconds", "words"),
        [
            (0, "0"),
            (59, "< 1m"),
            (60, "1m"),
            (3599, "59m"),
            (3661, "1h 1m"),
            (21 * 86400 + 13 * 3600, "21d 13h"),
            (8640000, "∞"),
        ],
    )
    def test_eta(self, start: Starts, seconds: int, words: str) -> None:
        _, client, torrent = filled(start)
        torrent.eta = seconds
        assert client.json("/json/torrents")[0]["eta"] == words

    @pytest.mark.parametrize(("uploaded", "words"), [(39999, "0.9"), (79999, "1.9"), (4_000_000, "100.0"), (4_000_001, "∞")])
    def test_ratio_is_cut_off_and_against_the_own_size_where_nothing_was_downloaded(
        self, start: Starts, uploaded: int, words: str
    ) -> None:
        _, client, torrent = filled(start)
        torrent.finish()
        torrent.uploaded = uploaded
        assert client.json("/json/torrents")[0]["ratio"] == words

    def test_two_files_of_one_name_in_two_folders_look_alike(self, start: Starts) -> None:
        server = start(LATEST)
        server.add(Torrent("c" * 40, "t", [File("t/a/same", 1), File("t/b/same", 2)], 16384))
        names = [row["name"] for row in DigestClient(server).json(f"/json/propertiesFiles/{'c' * 40}")]
        assert names == ["same", "same"]

    def test_a_language_without_words_leaves_those_before_it(self, start: Starts) -> None:
        server, client, _ = filled(start)
        client.order("setPreferences", json='{"locale":"ru_RU"}')
        assert client.json("/json/torrents")[0]["size"] == "39.0 КиБ"
        client.order("setPreferences", json='{"locale":"de"}')
        server.clock.advance(1.5)
        assert client.json("/json/torrents")[0]["size"] == "39.0 КиБ"
        assert client.json("/json/preferences")["locale"] == "de"

    def test_3_0_8_prints_json_that_no_parser_takes(self, start: Starts) -> None:
        server = start("3.0.8")
        server.add(Torrent("d" * 40, "Rock & Roll's best"))
        text = DigestClient(server).get("/json/torrents").text
        assert r'"name":"Rock \& Roll\'s best"' in text
        with pytest.raises(json.JSONDecodeError):
            json.loads(text)


class TestPreferences:
    @pytest.mark.parametrize(
        ("version", "sent_json", "key", "kept"),
        [
            ("3.1.12", '{"max_active_downloads":"7","dht":"true"}', "max_active_downloads", 7),
            ("3.1.12", '{"dht":"true"}', "dht", True),
            ("3.1.12", '{"schedule_from_hour":3}', "schedule_from_hour", 8),
            ("3.1.12", '{"schedule_from_hour":3,"schedule_from_min":4}', "schedule_from_hour", 3),
            ("3.1.12", '{"max_uploads_per_torrent":0}', "max_uploads_per_torrent", -1),
            ("3.1.12", '{"export_dir_enabled":true}', "export_dir_enabled", False),
            ("3.1.12", '{"export_dir":"/x"}', "export_dir_enabled", True),
            ("3.1.12", '{"autorun_program":', "autorun_program", ""),
            ("3.1.12", '{"temp_path":"C:/Users/x:y,z"}', "temp_path", "C:/Users/x:y,z"),
            ("3.1.9.2", '{"temp_path":"C:/Users/x:y,z"}', "temp_path", "0"),
            ("3.1.9.2", '{"temp_path":"C:/Users/x:y"}', "temp_path", "C:/Users/x:y"),
            ("3.1.9.2", r'{"autorun_program":"\"%f\""}', "autorun_program", r"\"%f\""),
            ("3.1.9.2", '{"autorun_program": "x"}', "autorun_program", "0"),
            ("3.1.9.2", '{"dht":true, "pex":true}', "pex", False),
            ("3.1.9.2", '{"max_active_downloads": 9}', "max_active_downloads", 9),
            (
                "3.1.9.2",
                '{"scan_dirs":["/a","/b"],"download_in_scan_dirs":[false,true]}',
                "download_in_scan_dirs",
                [False, True],
            ),
            (
                "3.0.8",
                '{"scan_dirs":["/a","/b"],"download_in_scan_dirs":[false,true]}',
                "download_in_scan_dirs",
                [False, False],
            ),
            ("3.0.8", '{"temp_path":"C:/x"}', "temp_path", "/srv/torrents/downloads/temp"),
            ("3.0.8", '{"temp_path":"/x","dht":true}', "dht", True),
        ],
    )
    def test_what_is_kept_of_what_was_sent(self, start: Starts, version: str, sent_json: str, key: str, kept: object) -> None:
        client = DigestClient(start(version))
        assert client.order("setPreferences", json=sent_json).status_code == 200
        assert client.json("/json/preferences")[key] == kept

    def test_blanks_as_plus_change_nothing(self, start: Starts) -> None:
        server = start(LATEST)
        client = DigestClient(server)
        # what requests makes of a dictionary
        form = {"json": json.dumps({"max_active_downloads": 9})}
        requests.post(f"{server.url}/command/setPreferences", form, auth=client.login, timeout=SECONDS)
        assert client.json("/json/preferences")["max_active_downloads"] == 3

    def test_order_of_keys_and_nulls_of_3_1_9_2(self, start: Starts) -> None:
        read = DigestClient(start("3.1.9.2")).json("/json/preferences")
        assert list(read)[:3] == ["locale", "save_path", "temp_path_enabled"]
        assert {key for key, value in read.items() if value is None} == {
            "export_dir",
            "mail_notification_username",
            "mail_notification_password",
            "autorun_program",
            "proxy_username",
            "proxy_password",
            "ip_filter_path",
            "dyndns_username",
            "dyndns_password",
        }
