"""The two spellings of everything: what 4.1 calls `download_dir` is `downloadDir` or `download-dir` in the classic language.

Inside this library names are written as 4.1 writes them. Towards 4.1 that is a rule; back to the classic form it takes a
table, because nobody can know which of the two forms a name had. Names that are younger than the classic language have one
form only and stay as they are.

Facts: the classic names of 3.00 to 4.1.4, compared by asking 4.1.4 in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from ..model.json import Json


def words(text: str) -> frozenset[str]:
    """The names of a block of text."""
    return frozenset(text.split())


CAMEL = words(
    """
    active_torrent_count activity_date added_date announce_state bandwidth_priority bytes_completed client_is_choked
    client_is_interested client_name corrupt_ever date_created desired_available done_date download_count download_limit
    download_limited download_speed downloaded_bytes downloaded_ever edit_date error_string eta_idle file_stats files_added
    flag_str from_cache from_dht from_incoming from_lpd from_ltep from_pex from_tracker has_announced has_scraped hash_string
    have_unchecked have_valid honors_session_limits is_backup is_downloading_from is_encrypted is_finished is_incoming
    is_private is_stalled is_uploading_to is_utp last_announce_peer_count last_announce_result last_announce_start_time
    last_announce_succeeded last_announce_time last_announce_timed_out last_scrape_result last_scrape_start_time
    last_scrape_succeeded last_scrape_time last_scrape_timed_out leecher_count left_until_done magnet_link
    manual_announce_time max_connected_peers metadata_percent_complete next_announce_time next_scrape_time
    paused_torrent_count peer_is_choked peer_is_interested peers_connected peers_from peers_getting_from_us
    peers_sending_to_us percent_complete percent_done piece_count piece_size queue_position rate_download rate_to_client
    rate_to_peer rate_upload recheck_progress scrape_state seconds_active seconds_downloading seconds_seeding seed_idle_limit
    seed_idle_mode seed_ratio_limit seed_ratio_limited seed_ratio_mode seeder_count session_count size_when_done start_date
    torrent_count torrent_file total_size tracker_add tracker_list tracker_remove tracker_replace tracker_stats upload_limit
    upload_limited upload_ratio upload_speed uploaded_bytes uploaded_ever webseeds_sending_to_us
    """
)

KEBAB = words(
    """
    alt_speed_down alt_speed_enabled alt_speed_time_begin alt_speed_time_day alt_speed_time_enabled alt_speed_time_end
    alt_speed_up anti_brute_force_enabled anti_brute_force_threshold blocklist_enabled blocklist_size blocklist_url
    cache_size_mb config_dir cumulative_stats current_stats default_trackers delete_local_data dht_enabled download_dir
    download_dir_free_space download_queue_enabled download_queue_size file_count files_unwanted files_wanted
    idle_seeding_limit idle_seeding_limit_enabled incomplete_dir incomplete_dir_enabled lpd_enabled memory_bytes memory_units
    peer_limit peer_limit_global peer_limit_per_torrent peer_port peer_port_random_on_start pex_enabled
    port_forwarding_enabled port_is_open primary_mime_type priority_high priority_low priority_normal queue_stalled_enabled
    queue_stalled_minutes rename_partial_files rpc_host_whitelist rpc_host_whitelist_enabled rpc_version rpc_version_minimum
    rpc_version_semver script_torrent_added_enabled script_torrent_added_filename script_torrent_done_enabled
    script_torrent_done_filename script_torrent_done_seeding_enabled script_torrent_done_seeding_filename seed_queue_enabled
    seed_queue_size session_id size_bytes size_units speed_bytes speed_limit_down speed_limit_down_enabled speed_limit_up
    speed_limit_up_enabled speed_units start_added_torrents tcp_enabled torrent_added torrent_duplicate
    trash_original_torrent_files utp_enabled
    """
)

# one name has another word, and two have another form in one method
RENAMED: Mapping[str, str] = {"cache-size-mb": "cache_size_mib"}
CLASSIC_RENAMED: Mapping[str, str] = {new: old for old, new in RENAMED.items()}
OF_METHOD: Mapping[tuple[str, str], str] = {
    ("torrent_get", "download_dir"): "downloadDir",
    ("free_space", "total_size"): "total_size",  # came with 4.0, in this form
}

# arguments whose values are names
NAMING = frozenset({"fields"})
RECENTLY_ACTIVE = "recently_active"  # the one word that `ids` may be

_CAPITAL = re.compile(r"([A-Z])")


def modern(name: str) -> str:
    """A name of either language as 4.1 writes it."""
    return RENAMED.get(name) or _CAPITAL.sub(lambda found: f"_{found[1].lower()}", name.replace("-", "_"))


def classic(name: str, method: str = "") -> str:
    """A name as the classic language writes it in a method; names that it never had stay as they are.

    :param method: as 4.1 writes it
    """
    if special := OF_METHOD.get((method, name)) or CLASSIC_RENAMED.get(name):
        return special
    if name in KEBAB:
        return name.replace("_", "-")
    if name not in CAMEL:
        return name
    first, *others = name.split("_")
    return first + "".join(one.capitalize() for one in others)


def classic_method(name: str) -> str:
    """A method as the classic language writes it."""
    return name.replace("_", "-")


def modern_arguments(arguments: Mapping[str, Json]) -> dict[str, Json]:
    """Arguments in any spelling, as 4.1 wants them. Values are no names, with two exceptions."""
    return {(key := modern(name)): modern_value(key, value) for name, value in arguments.items()}


def modern_value(key: str, value: Json) -> Json:
    """The value of an argument."""
    if key in NAMING and isinstance(value, list):
        return [modern(one) if isinstance(one, str) else one for one in value]
    return RECENTLY_ACTIVE if key == "ids" and value == "recently-active" else value


def classic_arguments(method: str, arguments: Mapping[str, Json]) -> dict[str, Json]:
    """Arguments that are spelled as 4.1 does, as the classic language wants them."""
    return {classic(name, method): classic_value(method, name, value) for name, value in arguments.items()}


def classic_value(method: str, key: str, value: Json) -> Json:
    """The value of an argument."""
    if key in NAMING and isinstance(value, list):
        return [classic(one, method) if isinstance(one, str) else one for one in value]
    return "recently-active" if key == "ids" and value == RECENTLY_ACTIVE else value


def classic_answer(method: str, value: Json) -> Json:
    """What 4.1 answers, with the names of the classic language. The names of a table stand in its first row."""
    if isinstance(value, dict):
        return {
            classic(name, method): classic_table(method, one) if name == "torrents" else classic_answer(method, one)
            for name, one in value.items()
        }
    return [classic_answer(method, one) for one in value] if isinstance(value, list) else value


def classic_table(method: str, value: Json) -> Json:
    """The torrents of an answer: objects, or rows below a row of names."""
    rows = value if isinstance(value, list) else []
    if not rows or not isinstance(rows[0], list):
        return classic_answer(method, value)
    names = cast("list[str]", rows[0])
    return [[classic(name, method) for name in names], *(classic_answer(method, row) for row in rows[1:])]
