"""Bring feeds and download rules to what a table says; running it twice changes nothing."""

# ruff: noqa: T201 - what it prints is what it is for

import argparse
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import qbittorrentapi

FEEDS = {"linux": "http://127.0.0.1:9/linux.xml", "books\\novels": "http://127.0.0.1:9/novels.xml"}
RULES: dict[str, dict[str, Any]] = {
    "iso": {"enabled": True, "mustContain": "netinst", "mustNotContain": "i386", "affectedFeeds": [FEEDS["linux"]]},
    "novels": {"enabled": False, "mustContain": "harbour", "useRegex": True, "assignedCategory": "books"},
}


def flat(tree: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """Path -> address of all feeds of a tree."""
    found: dict[str, str] = {}
    for name, node in tree.items():
        path = f"{above}{name}"
        found |= {path: node["url"]} if "url" in node else flat(node, f"{path}\\")
    return found


def bring(client: qbittorrentapi.Client) -> None:
    known = flat(client.rss_items(include_feed_data=False))
    for path in FEEDS:
        folder, _, _ = path.rpartition("\\")
        if folder and folder not in client.rss.items.without_data:
            client.rss_add_folder(folder_path=folder)
            print("folder", folder)
        if path in known:
            print("known", path)
        else:
            client.rss.addFeed(url=FEEDS[path], item_path=path)
            print("feed", path, urlsplit(FEEDS[path]).path)
    rules = client.rss.rules
    for name, rule in RULES.items():
        if name in rules and all(rules[name][key] == value for key, value in rule.items()):
            print("known rule", name)
            continue
        client.rss_set_rule(rule_name=name, rule_def=rule)
        print("rule", name)
    for name in set(rules) - set(RULES):
        client.rss_remove_rule(rule_name=name)
        print("removed rule", name)


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("host", "user", "password", "folder"):
        parser.add_argument(name)
    asked = parser.parse_args()
    client = qbittorrentapi.Client(asked.host, username=asked.user, password=asked.password, FORCE_SCHEME_FROM_HOST=True)
    client.app.preferences = {"rss_refresh_interval": 55, "rss_max_articles_per_feed": 77}
    client.rss.set_rule("old", {"enabled": False})
    for _ in range(2):
        bring(client)
    try:
        client.rss_add_folder(folder_path="books")
    except qbittorrentapi.Conflict409Error as error:
        print("conflict:", bool(str(error)))
    rule = client.rss_rules().novels
    print(json.dumps({key: rule[key] for key in ("enabled", "mustContain", "useRegex", "assignedCategory")}))
    preferences = client.app_preferences()
    print(preferences.rss_refresh_interval, preferences["rss_max_articles_per_feed"])
    client.rss_move_item(orig_item_path="linux", new_item_path="books\\linux")
    print(sorted(client.rss_rules()), sorted(flat(client.rss_items())))
    client.auth_log_out()


if __name__ == "__main__":
    main()
