"""Settings of the daemon."""

from __future__ import annotations

import msgspec

from .base import Record

# names on the wire that are not lower case; the RSS ones are those of 4.1.0
NAMES = {
    "banned_ips": "banned_IPs",
    "old_rss_refresh_interval": "RSSRefreshInterval",
    "old_rss_max_articles_per_feed": "RSSMaxArticlesPerFeed",
    "old_rss_processing_enabled": "RSSProcessingEnabled",
    "old_rss_auto_downloading_enabled": "RSSAutoDownloadingEnabled",
}

# never shown by `repr`
SECRETS = frozenset(
    {"mail_notification_password", "proxy_password", "dyndns_password", "web_ui_password", "web_ui_api_key", "ssl_key"}
)


class Preferences(Record, kw_only=True, rename=NAMES):
    """Settings of the daemon, as `app.preferences` reads them and `app.set_preferences` takes them.

    What a daemon does not know, and what shall not change, is None. Units and versions stand with each; keys that a younger
    daemon adds are in `extra`, and are written back with the rest.
    """

    locale: str | None = None
    """UI language code; since 4.1.0"""
    performance_warning: bool | None = None
    """Log libtorrent performance warnings; since 4.5.0"""
    status_bar_external_ip: bool | None = None
    """Show external IP in status bar; since 5.1.0"""
    confirm_torrent_deletion: bool | None = None
    """Ask before removing torrents; since 5.1.0"""
    store_search_jobs: bool | None = None
    """Keep WebUI search jobs over restarts; since 5.3.0"""
    store_search_job_results: bool | None = None
    """Keep their results too; since 5.3.0"""
    file_log_enabled: bool | None = None
    """Write a log file; since 4.6.0"""
    file_log_path: str | None = None
    """Log folder; since 4.6.0"""
    file_log_backup_enabled: bool | None = None
    """Rotate the log; since 4.6.0"""
    file_log_max_size: int | None = None
    """Rotate above this size [KiB]; since 4.6.0"""
    file_log_delete_old: bool | None = None
    """Delete old logs; since 4.6.0"""
    file_log_age: int | None = None
    """Age of logs to delete [as file_log_age_type says]; since 4.6.0"""
    file_log_age_type: int | None = None
    """Unit of file_log_age: 0 days, 1 months, 2 years; since 4.6.0"""
    delete_torrent_content_files: bool | None = None
    """Deletion dialog preselects content removal; since 5.0.0"""
    torrent_content_layout: str | None = None
    """Default content layout: Original, Subfolder, NoSubfolder; since 4.3.2"""
    create_subfolder_enabled: bool | None = None
    """Create a sub-folder; superseded by torrent_content_layout; since 4.1.5, gone in 4.3.2"""
    add_to_top_of_queue: bool | None = None
    """New torrents on top of the queue; since 4.6.0"""
    add_stopped_enabled: bool | None = None
    """Add torrents stopped; since 5.0.0"""
    start_paused_enabled: bool | None = None
    """Add torrents paused; renamed add_stopped_enabled; since 4.1.5, gone in 5.0.0"""
    torrent_stop_condition: str | None = None
    """Default stop condition: None, MetadataReceived, FilesChecked; since 4.5.0"""
    start_paused: bool | None = None
    """Start with the whole session paused; since 5.3.0"""
    merge_trackers: bool | None = None
    """Merge trackers when adding a duplicate; since 4.6.0"""
    auto_delete_mode: int | None = None
    """Delete the source .torrent file: 0 never, 1 if added, 2 also if not added; since 4.1.5"""
    preallocate_all: bool | None = None
    """Pre-allocate files; since 4.1.0"""
    incomplete_files_ext: bool | None = None
    """Append .!qB to incomplete files; since 4.1.0"""
    use_unwanted_folder: bool | None = None
    """Put unselected files in .unwanted; since 5.0.0"""
    auto_tmm_enabled: bool | None = None
    """New torrents use automatic management; since 4.1.5"""
    torrent_changed_tmm_enabled: bool | None = None
    """On category change: relocate (true) or switch to manual; since 4.1.5"""
    save_path_changed_tmm_enabled: bool | None = None
    """Same for default save path change; since 4.1.5"""
    category_changed_tmm_enabled: bool | None = None
    """Same for category path change; since 4.1.5"""
    use_subcategories: bool | None = None
    """Sub-categories; always on since 5.2.0; since 4.6.0, gone in 5.2.0"""
    save_path: str | None = None
    """Default save path; since 4.1.0"""
    temp_path_enabled: bool | None = None
    """Use incomplete folder; since 4.1.0"""
    temp_path: str | None = None
    """Incomplete folder; since 4.1.0"""
    use_category_paths_in_manual_mode: bool | None = None
    """Category paths apply in manual mode; since 4.5.0"""
    export_dir: str | None = None
    """Copy .torrent files here (empty = off); since 4.1.0, gone in 5.3.0"""
    export_dir_fin: str | None = None
    """Copy .torrent files of finished downloads here; since 4.1.0, gone in 5.3.0"""
    torrent_files_backup_enabled: bool | None = None
    """Keep copies of .torrent files; since 5.3.0"""
    torrent_files_backup_dir: str | None = None
    """Folder of the copies; since 5.3.0"""
    torrent_files_finished_backup_dir_enabled: bool | None = None
    """Move copies when finished; since 5.3.0"""
    torrent_files_finished_backup_dir: str | None = None
    """Folder for finished copies; since 5.3.0"""
    remove_torrent_file_backup: bool | None = None
    """Remove the copy with the torrent; since 5.3.0"""
    scan_dirs: dict[str, int | str] | None = None
    """Watched folders: path -> 0 (download into the folder), 1 (default save path) or a save path string; setting replaces the
    whole list; since 4.1.0"""
    excluded_file_names_enabled: bool | None = None
    """Use excluded_file_names; since 4.5.0"""
    excluded_file_names: str | None = None
    """Newline separated patterns; since 4.5.0"""
    mail_notification_enabled: bool | None = None
    """Mail on completion; since 4.1.0"""
    mail_notification_sender: str | None = None
    """From; a placeholder address was the default in older versions; since 4.1.5"""
    mail_notification_email: str | None = None
    """To; since 4.1.0"""
    mail_notification_smtp: str | None = None
    """Server[:port]; smtp.changeme.com was the default through 4.6; since 4.1.0"""
    mail_notification_ssl_enabled: bool | None = None
    """SMTP over TLS; since 4.1.0, gone in 5.3.0"""
    mail_notification_encryption_type: str | None = None
    """SMTP encryption: None, STARTTLS, SMTPS; since 5.3.0"""
    mail_notification_auth_enabled: bool | None = None
    """SMTP login; since 4.1.0"""
    mail_notification_username: str | None = None
    """SMTP user; since 4.1.0"""
    mail_notification_password: str | None = None
    """SMTP password (readable in clear); since 4.1.0"""
    autorun_on_torrent_added_enabled: bool | None = None
    """Run a program when a torrent is added; since 4.5.0"""
    autorun_on_torrent_added_program: str | None = None
    """Command line with %N %L %G %F %R %D %C %Z %T %I %J %K placeholders; since 4.5.0"""
    autorun_enabled: bool | None = None
    """Run a program on completion; since 4.1.0"""
    autorun_program: str | None = None
    """Command line; since 4.1.0"""
    listen_port: int | None = None
    """Incoming port; 0 = random since 4.4.0; since 4.1.0"""
    ssl_enabled: bool | None = None
    """SSL torrents; since 5.0.0"""
    ssl_listen_port: int | None = None
    """Port for SSL torrents; since 5.0.0"""
    random_port: bool | None = None
    """Random port at start; since 4.4.0 it says that `listen_port` is 0, and only True has an effect; since 4.1.0"""
    upnp: bool | None = None
    """UPnP/NAT-PMP port forwarding; since 4.1.0"""
    max_connec: int | None = None
    """Global connections, -1 unlimited; since 4.1.0"""
    max_connec_per_torrent: int | None = None
    """Per torrent, -1 unlimited; since 4.1.0"""
    max_uploads: int | None = None
    """Global upload slots, -1 unlimited; since 4.1.0"""
    max_uploads_per_torrent: int | None = None
    """Slots per torrent, -1 unlimited; since 4.1.0"""
    i2p_enabled: bool | None = None
    """I2P; since 4.6.1"""
    i2p_address: str | None = None
    """SAM host; since 4.6.1"""
    i2p_port: int | None = None
    """SAM port; since 4.6.1"""
    i2p_mixed_mode: bool | None = None
    """Mixed mode; since 4.6.1"""
    i2p_inbound_quantity: int | None = None
    """Inbound tunnels; since 4.6.1"""
    i2p_outbound_quantity: int | None = None
    """Outbound tunnels; since 4.6.1"""
    i2p_inbound_length: int | None = None
    """Hops; since 4.6.1"""
    i2p_outbound_length: int | None = None
    """Hops; since 4.6.1"""
    i2p_inbound_length_variance: int | None = None
    """By how much the inbound hops vary; since 5.3.0"""
    i2p_outbound_length_variance: int | None = None
    """By how much the outbound hops vary; since 5.3.0"""
    i2p_pex_enabled: bool | None = None
    """Peer exchange over I2P; since 5.3.0"""
    proxy_type: int | str | None = None
    """Proxy type: None, HTTP, SOCKS5, SOCKS4; before 4.6.0 a number: 0 none, 1 HTTP, 2 SOCKS5, 3 HTTP with login, 4 SOCKS5 with
    login, 5 SOCKS4; since 4.1.0"""
    proxy_ip: str | None = None
    """Proxy host; since 4.1.0"""
    proxy_port: int | None = None
    """Proxy port; since 4.1.0"""
    proxy_auth_enabled: bool | None = None
    """Proxy login; read-only (derived from proxy_type) before 4.6.0; since 4.1.0"""
    proxy_username: str | None = None
    """User; since 4.1.0"""
    proxy_password: str | None = None
    """Password (readable in clear); since 4.1.0"""
    proxy_hostname_lookup: bool | None = None
    """Resolve names through the proxy; since 4.5.0"""
    proxy_bittorrent: bool | None = None
    """Use proxy for BitTorrent; since 4.6.0"""
    proxy_peer_connections: bool | None = None
    """Use proxy for peers; since 4.1.0"""
    proxy_rss: bool | None = None
    """Use proxy for RSS; since 4.6.0"""
    proxy_misc: bool | None = None
    """Use proxy for everything else; since 4.6.0"""
    proxy_torrents_only: bool | None = None
    """Proxy only for BitTorrent; since 4.1.0, gone in 4.6.0"""
    force_proxy: bool | None = None
    """Refuse connections outside the proxy; since 4.1.0, gone in 4.2.0"""
    ip_filter_enabled: bool | None = None
    """IP filter; since 4.1.0"""
    ip_filter_path: str | None = None
    """Filter file (.dat, .p2p, .p2b); since 4.1.0"""
    ip_filter_trackers: bool | None = None
    """Apply to trackers; since 4.1.0"""
    banned_ips: str | None = None
    """Newline separated addresses; since 4.1.0"""
    dl_limit: int | None = None
    """Global download limit, 0 none; stored as KiB [bytes/s]; since 4.1.0"""
    up_limit: int | None = None
    """Global upload limit, 0 none [bytes/s]; since 4.1.0"""
    alt_dl_limit: int | None = None
    """Alternative download limit, 0 none [bytes/s]; since 4.1.0"""
    alt_up_limit: int | None = None
    """Alternative upload limit, 0 none [bytes/s]; since 4.1.0"""
    bittorrent_protocol: int | None = None
    """Peer protocol: 0 TCP and uTP, 1 TCP, 2 uTP; since 4.1.0"""
    limit_utp_rate: bool | None = None
    """Limits apply to uTP; since 4.1.0"""
    limit_tcp_overhead: bool | None = None
    """Limits include overhead; since 4.1.0"""
    limit_lan_peers: bool | None = None
    """Limits apply to LAN peers; since 4.1.5"""
    scheduler_enabled: bool | None = None
    """Schedule alternative limits; since 4.1.0"""
    schedule_from_hour: int | None = None
    """Start hour; since 4.1.0"""
    schedule_from_min: int | None = None
    """Start minute; since 4.1.0"""
    schedule_to_hour: int | None = None
    """End hour; since 4.1.0"""
    schedule_to_min: int | None = None
    """End minute; since 4.1.0"""
    scheduler_days: int | None = None
    """Days: 0 every day, 1 weekdays, 2 weekends, 3 Monday, 4 Tuesday, 5 Wednesday, 6 Thursday, 7 Friday, 8 Saturday, 9 Sunday;
    since 4.1.0"""
    dht: bool | None = None
    """DHT; since 4.1.0"""
    pex: bool | None = None
    """PeX; since 4.1.0"""
    lsd: bool | None = None
    """Local peer discovery; since 4.1.0"""
    encryption: int | None = None
    """Encryption: 0 prefer, 1 require, 2 disable; since 4.1.0"""
    anonymous_mode: bool | None = None
    """Anonymous mode; since 4.1.0"""
    max_active_checking_torrents: int | None = None
    """Simultaneous checks; since 4.5.0"""
    queueing_enabled: bool | None = None
    """Torrent queueing; default true through 4.2.1; since 4.1.0"""
    max_active_downloads: int | None = None
    """-1 unlimited; since 4.1.0"""
    max_active_torrents: int | None = None
    """-1 unlimited; since 4.1.0"""
    max_active_uploads: int | None = None
    """-1 unlimited; since 4.1.0"""
    dont_count_slow_torrents: bool | None = None
    """Slow torrents do not count; since 4.1.0"""
    slow_torrent_dl_rate_threshold: int | None = None
    """Slow below [KiB/s]; since 4.1.5"""
    slow_torrent_ul_rate_threshold: int | None = None
    """Slow below [KiB/s]; since 4.1.5"""
    slow_torrent_inactive_timer: int | None = None
    """Slow after [s]; since 4.1.5"""
    max_ratio_enabled: bool | None = None
    """Ratio limit on; since 4.1.0"""
    max_ratio: float | None = None
    """Ratio limit, -1 off; since 4.1.0"""
    max_seeding_time_enabled: bool | None = None
    """Seeding time limit on; since 4.1.0"""
    max_seeding_time: int | None = None
    """Limit, -1 off [min]; since 4.1.0"""
    max_inactive_seeding_time_enabled: bool | None = None
    """Inactive limit on; since 4.6.0"""
    max_inactive_seeding_time: int | None = None
    """Limit, -1 off [min]; since 4.6.0"""
    share_limits_mode: str | None = None
    """Any or all limits: MatchAny, MatchAll; since 5.3.0"""
    max_ratio_act: int | None = None
    """Action at the limits: 0 stop, 1 remove, 2 super seeding, 3 remove with content; since 4.1.0"""
    add_trackers_enabled: bool | None = None
    """Append add_trackers to new torrents; since 4.1.0"""
    add_trackers: str | None = None
    """Newline separated; since 4.1.0"""
    add_trackers_from_url_enabled: bool | None = None
    """Append trackers fetched from a URL; since 5.1.0"""
    add_trackers_url: str | None = None
    """List URL; since 5.1.0"""
    add_trackers_url_list: str | None = None
    """List fetched (read only); since 5.1.0"""
    web_ui_domain_list: str | None = None
    """";"-separated host names (wildcards) accepted in Host; since 4.1.0"""
    web_ui_address: str | None = None
    """Listen address; since 4.1.0"""
    web_ui_port: int | None = None
    """Listen port; since 4.1.0"""
    web_ui_upnp: bool | None = None
    """Forward the WebUI port; default true in GUI builds through 4.5.2; since 4.1.0"""
    use_https: bool | None = None
    """HTTPS; since 4.1.0"""
    ssl_key: str | None = None
    """PEM key text; since 4.1.0, gone in 4.2.0"""
    ssl_cert: str | None = None
    """PEM certificate text; since 4.1.0, gone in 4.2.0"""
    web_ui_https_cert_path: str | None = None
    """Certificate file; since 4.2.0"""
    web_ui_https_key_path: str | None = None
    """Key file; since 4.2.0"""
    web_ui_username: str | None = None
    """User name; at least 3 characters, no colon (5.2.0+); since 4.1.0"""
    web_ui_password: str | None = None
    """New password in clear (write only; 4.1.x also returned the MD5 hex); at least 6 characters (5.2.0+); since 4.1.0"""
    bypass_local_auth: bool | None = None
    """No login from loopback; since 4.1.0"""
    bypass_auth_subnet_whitelist_enabled: bool | None = None
    """No login from listed subnets; since 4.1.0"""
    bypass_auth_subnet_whitelist: str | None = None
    """Subnets, newline separated on reading; newline or comma on writing; since 4.1.0"""
    web_ui_max_auth_fail_count: int | None = None
    """Failures before a ban; <=0 never; since 4.2.2"""
    web_ui_ban_duration: int | None = None
    """Ban time [s]; since 4.2.2"""
    web_ui_session_timeout: int | None = None
    """Idle time before a session expires; <=0 never [s]; since 4.2.0"""
    web_ui_sessions_count_limit: int | None = None
    """Live sessions kept; <=0 unlimited; since 5.3.0"""
    web_ui_api_key: str | None = None
    """Current API key (read only here); since 5.2.0"""
    alternative_webui_enabled: bool | None = None
    """Serve another WebUI; since 4.1.5"""
    alternative_webui_path: str | None = None
    """Its folder; since 4.1.5"""
    web_ui_clickjacking_protection_enabled: bool | None = None
    """X-Frame-Options; since 4.1.2"""
    web_ui_csrf_protection_enabled: bool | None = None
    """Origin/Referer check; since 4.1.2"""
    web_ui_secure_cookie_enabled: bool | None = None
    """Secure cookie on HTTPS; since 4.2.2"""
    web_ui_host_header_validation_enabled: bool | None = None
    """Host check; since 4.1.5"""
    web_ui_use_custom_http_headers_enabled: bool | None = None
    """Send custom headers; since 4.2.5"""
    web_ui_custom_http_headers: str | None = None
    """"Name: value" lines; since 4.2.5"""
    web_ui_reverse_proxy_enabled: bool | None = None
    """Trust X-Forwarded-*; since 4.4.0"""
    web_ui_reverse_proxies_list: str | None = None
    """;-separated trusted addresses or subnets; since 4.4.0"""
    dyndns_enabled: bool | None = None
    """Dynamic DNS; since 4.1.0"""
    dyndns_service: int | None = None
    """Service: 0 DynDNS, 1 No-IP, -1 none; since 4.1.0"""
    dyndns_username: str | None = None
    """User; since 4.1.0"""
    dyndns_password: str | None = None
    """Password (readable in clear); since 4.1.0"""
    dyndns_domain: str | None = None
    """Host name; since 4.1.0"""
    old_rss_refresh_interval: int | None = None
    """Old name of rss_refresh_interval [min]; since 4.1.0, gone in 4.1.1"""
    old_rss_max_articles_per_feed: int | None = None
    """Old name of rss_max_articles_per_feed; since 4.1.0, gone in 4.1.1"""
    old_rss_processing_enabled: bool | None = None
    """Old name of rss_processing_enabled; since 4.1.0, gone in 4.1.1"""
    old_rss_auto_downloading_enabled: bool | None = None
    """Old name of rss_auto_downloading_enabled; since 4.1.0, gone in 4.1.1"""
    rss_refresh_interval: int | None = None
    """Feed refresh [min]; since 4.1.1"""
    rss_fetch_delay: int | None = None
    """Delay between requests to one host [s]; since 5.0.0"""
    rss_max_articles_per_feed: int | None = None
    """Articles kept; since 4.1.1"""
    rss_processing_enabled: bool | None = None
    """Fetch feeds; since 4.1.1"""
    rss_auto_downloading_enabled: bool | None = None
    """Apply rules; since 4.1.1"""
    rss_download_repack_proper_episodes: bool | None = None
    """Take REPACK/PROPER; since 4.2.5"""
    rss_smart_episode_filters: str | None = None
    """Regular expressions, newline separated; since 4.2.5"""
    resume_data_storage_type: str | None = None
    """Resume data: Legacy, SQLite; since 4.5.1"""
    torrent_content_remove_option: str | None = None
    """How content is deleted: Delete, MoveToTrash; since 5.0.0"""
    memory_working_set_limit: int | None = None
    """Memory limit (Linux/Windows builds) [MiB]; since 4.5.0"""
    current_network_interface: str | None = None
    """Interface to bind; empty any; since 4.2.0"""
    current_interface_name: str | None = None
    """Display name (read only); since 4.6.0"""
    current_interface_address: str | None = None
    """Address to bind; empty all, 0.0.0.0 all IPv4, :: all IPv6; since 4.2.0"""
    listen_on_ipv6_address: bool | None = None
    """Listen on IPv6; since 4.2.0, gone in 4.2.1"""
    save_resume_data_interval: int | None = None
    """0 off [min]; since 4.2.0"""
    shutdown_timeout: int | None = None
    """Seconds that a shutdown waits for the session at most, -1 for ever [s]; since 5.3.0"""
    save_statistics_interval: int | None = None
    """0 off [min]; since 5.1.0"""
    torrent_file_size_limit: int | None = None
    """Largest .torrent accepted [bytes]; since 4.6.0"""
    confirm_torrent_recheck: bool | None = None
    """Ask before recheck; since 5.1.0"""
    confirm_remove_tracker_from_all_torrents: bool | None = None
    """Ask before removing a tracker from all torrents; since 5.3.0"""
    confirm_remove_all_tags: bool | None = None
    """Ask before removing all tags; since 5.3.0"""
    recheck_completed_torrents: bool | None = None
    """Recheck on completion; since 4.2.0"""
    app_instance_name: str | None = None
    """Suffix in window title; since 5.0.0"""
    refresh_interval: int | None = None
    """UI refresh [ms]; since 4.5.0"""
    resolve_peer_host_names: bool | None = None
    """Reverse DNS; since 5.2.0"""
    resolve_peer_countries: bool | None = None
    """Country lookup; default true through 5.2.x; since 4.2.0"""
    reannounce_when_address_changed: bool | None = None
    """Announce when the address changes; since 4.4.0"""
    enable_embedded_tracker: bool | None = None
    """Embedded tracker; since 4.2.0"""
    embedded_tracker_port: int | None = None
    """Its port; since 4.2.0"""
    embedded_tracker_port_forwarding: bool | None = None
    """Forward it; since 4.5.0"""
    mark_of_the_web: bool | None = None
    """Mark downloaded files (Windows, macOS); since 5.0.0"""
    ignore_ssl_errors: bool | None = None
    """Ignore TLS errors of downloads; since 5.0.1"""
    python_executable_path: str | None = None
    """Python for search; empty = detect; since 5.0.0"""
    enable_super_seeding: bool | None = None
    """Strict super seeding; since 4.2.0, gone in 4.2.4"""
    enable_os_cache: bool | None = None
    """OS cache; superseded by disk_io_*_mode; since 4.2.0, gone in 4.5.0"""
    bdecode_depth_limit: int | None = None
    """Bdecode nesting; since 4.6.0"""
    bdecode_token_limit: int | None = None
    """Bdecode tokens; since 4.6.0"""
    async_io_threads: int | None = None
    """Disk threads; default 4 before 4.3.0; since 4.2.0"""
    hashing_threads: int | None = None
    """Hash threads (libtorrent 2); default 2 before 4.4.3; since 4.3.0"""
    file_pool_size: int | None = None
    """Open files; default 40 through 4.3.6, 5000 in 4.3.7-4.5.x; since 4.2.0"""
    checking_memory_use: int | None = None
    """Checking memory [MiB]; since 4.2.0"""
    disk_cache: int | None = None
    """Write cache (libtorrent 1.2), -1 auto, 0 off [MiB]; since 4.2.0"""
    disk_cache_ttl: int | None = None
    """Cache expiry [s]; since 4.2.0"""
    disk_queue_size: int | None = None
    """Disk queue [bytes]; since 4.5.0"""
    disk_io_type: int | None = None
    """Disk backend: 0 default, 1 memory mapped, 2 POSIX, 3 simple pread/pwrite, 4 pread/pwrite (libtorrent 2.1); since 4.5.0"""
    disk_io_read_mode: int | None = None
    """OS cache on reads: 0 disable, 1 enable; since 4.5.0"""
    disk_io_write_mode: int | None = None
    """OS cache on writes: 0 disable, 1 enable, 2 write-through (libtorrent 2); since 4.5.0"""
    enable_coalesce_read_write: bool | None = None
    """Coalesce (libtorrent 1.2); since 4.2.0"""
    enable_piece_extent_affinity: bool | None = None
    """Piece extent affinity; since 4.2.2"""
    enable_upload_suggestions: bool | None = None
    """Suggest mode; since 4.2.0"""
    send_buffer_watermark: int | None = None
    """Send buffer [KiB]; since 4.2.0"""
    send_buffer_low_watermark: int | None = None
    """Send buffer [KiB]; since 4.2.0"""
    send_buffer_watermark_factor: int | None = None
    """Send buffer [%]; since 4.2.0"""
    connection_speed: int | None = None
    """Outgoing connections per second [1/s]; since 4.4.0"""
    seeding_outgoing_connections: bool | None = None
    """Connect out while seeding; since 5.3.0"""
    socket_send_buffer_size: int | None = None
    """0 system default [bytes]; since 4.6.0"""
    socket_receive_buffer_size: int | None = None
    """0 system default [bytes]; since 4.6.0"""
    socket_backlog_size: int | None = None
    """Listen backlog; since 4.2.0"""
    outgoing_ports_min: int | None = None
    """0 any; since 4.2.0"""
    outgoing_ports_max: int | None = None
    """0 any; since 4.2.0"""
    upnp_lease_duration: int | None = None
    """0 permanent [s]; since 4.2.3"""
    peer_tos: int | None = None
    """DSCP value since 5.2.0, ToS byte before; default 4 in 4.4.1-5.1.x, 32 before; since 4.3.4"""
    utp_tcp_mixed_mode: int | None = None
    """Mixed mode: 0 prefer TCP, 1 peer proportional; since 4.2.0"""
    hostname_cache_ttl: int | None = None
    """Resolver cache [s]; since 5.2.0"""
    idn_support_enabled: bool | None = None
    """IDN; since 4.3.2"""
    enable_multi_connections_from_same_ip: bool | None = None
    """Several connections per IP; since 4.2.0"""
    enable_multi_connections_from_same_peer_id: bool | None = None
    """Several connections per peer id; since 5.3.0"""
    validate_https_tracker_certificate: bool | None = None
    """Check tracker certificates; default false before 4.3.4; since 4.3.0"""
    ssrf_mitigation: bool | None = None
    """SSRF mitigation; since 4.3.8"""
    block_peers_on_privileged_ports: bool | None = None
    """Refuse peers below port 1024; since 4.3.0"""
    upload_slots_behavior: int | None = None
    """Slots: 0 fixed, 1 rate based; since 4.2.0"""
    upload_choking_algorithm: int | None = None
    """Seed choking: 0 round robin, 1 fastest upload, 2 anti-leech; since 4.2.0"""
    announce_to_all_trackers: bool | None = None
    """All trackers in a tier; since 4.2.0"""
    announce_to_all_tiers: bool | None = None
    """All tiers; since 4.2.0"""
    announce_ip: str | None = None
    """Address told to trackers; since 4.2.0"""
    announce_port: int | None = None
    """Port told to trackers, 0 = listen port; since 5.1.0"""
    max_concurrent_http_announces: int | None = None
    """Parallel HTTP announces; since 4.3.0"""
    stop_tracker_timeout: int | None = None
    """Wait at exit; default 1 in 4.2.2, 5 in 4.2.4-4.5.x (build dependent) [s]; since 4.2.2"""
    peer_turnover: int | None = None
    """Peers to drop [%]; since 4.3.0"""
    peer_turnover_cutoff: int | None = None
    """Threshold [%]; since 4.3.0"""
    peer_turnover_interval: int | None = None
    """Interval [s]; since 4.3.0"""
    request_queue_size: int | None = None
    """Outstanding requests per peer; since 4.5.0"""
    max_outstanding_block_requests: int | None = None
    """Requests accepted from one peer; since 5.3.0"""
    dht_bootstrap_nodes: str | None = None
    """Comma separated host:port; since 5.0.0"""
    webtorrent_stun_server: str | None = None
    """STUN server of WebTorrent, host:port; since 5.3.0"""

    def __repr__(self) -> str:
        names = (field.name for field in msgspec.structs.fields(type(self)))
        values = ((name, getattr(self, name)) for name in names)
        shown = (f"{name}={'...' if value and name in SECRETS else repr(value)}" for name, value in values if value is not None)
        return f"Preferences({', '.join(shown)})"
