-- Prosody of one test instance. Placeholders are filled in by isthmus_servers/configuration.py.
daemonize = false
umask = "022" -- Dovecot reads the passwords that Prosody writes
pidfile = "/state/prosody/prosody.pid"
data_path = "/state/prosody/data"
log = { { levels = { min = "info" }, to = "file", filename = "/state/log/prosody.log" } }

interfaces = { "${address}" }
c2s_ports = { ${xmpp} }
c2s_direct_tls_ports = { ${xmpps} }
component_ports = { ${component} }
component_interfaces = { "${address}" }
http_interfaces = { "${address}" }
http_ports = { ${prosodyControl} }
https_interfaces = { "${address}" }
https_ports = { ${upload} }
http_default_host = "isthmus.test"
consider_websocket_secure = false

c2s_require_encryption = true
allow_unencrypted_plain_auth = false
ssl = { key = "/state/prosody/server.key", certificate = "/state/prosody/server.pem" }
https_ssl = ssl
c2s_direct_tls_ssl = ssl

-- Plain storage, so that SCRAM-SHA-256 and SCRAM-SHA-1 can both be offered and Dovecot can read the same password.
authentication = "internal_plain"
storage = "internal"
storage_archive_item_limit = 100000 -- else each message over ten thousand writes the whole archive anew
allow_registration = true
plugin_paths = { "/state/prosody/modules" }
modules_disabled = { "s2s" }
modules_enabled = {
	"roster", "saslauth", "tls", "disco", "carbons", "pep", "private", "blocklist", "vcard4", "vcard_legacy",
	"version", "uptime", "time", "ping", "register_ibr", "user_account_management", "mam", "smacks", "csi_simple",
	"bookmarks", "offline", "websocket", "log_auth"
}
archive_expires_after = "never"
default_archive_policy = true
max_archive_query_results = 50
smacks_hibernation_time = 300
isthmus_control_secret = "${controlSecret}"

VirtualHost "isthmus.test"
	modules_enabled = { "isthmus_control" }

Component "rooms.isthmus.test" "muc"
	modules_enabled = { "muc_mam", "vcard_muc" }
	muc_log_by_default = true

Component "upload.isthmus.test" "http_file_share"
	http_host = "upload.isthmus.test"
	http_external_url = "https://upload.isthmus.test:${upload}/"
	http_file_share_size_limit = 10 * 1024 * 1024

Component "gateway.isthmus.test"
	component_secret = "${componentSecret}"
