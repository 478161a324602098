#include "core/store/Schema.h"

#include <array>

namespace isthmus::store {

namespace {

// Conventions: every table STRICT with an id that is never given out twice; times in milliseconds since
// 1970 UTC; enumerators by their number in core/model, which therefore only grow; an absent text is ''.

constexpr const char *foundation[] = {
    R"(CREATE TABLE account (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address_key TEXT NOT NULL UNIQUE,
        jid TEXT NOT NULL,
        address TEXT NOT NULL,
        display_name TEXT NOT NULL,
        endpoints BLOB NOT NULL,
        connect_chat INTEGER NOT NULL,
        fetch_mail INTEGER NOT NULL,
        id_key BLOB NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT)",
    R"(CREATE TABLE cursor (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        stream TEXT NOT NULL,
        state BLOB NOT NULL,
        UNIQUE (account, stream)
    ) STRICT)",
    R"(CREATE TABLE folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        name TEXT NOT NULL,
        special_use TEXT NOT NULL DEFAULT '',
        UNIQUE (account, name)
    ) STRICT)",

    // A mail is its octets: the same octets in two folders, or moved between them, are one mail.
    R"(CREATE TABLE mail (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        sha256 BLOB NOT NULL,
        internal_date INTEGER NOT NULL,
        state INTEGER NOT NULL,
        UNIQUE (account, sha256)
    ) STRICT)",
    "CREATE INDEX mail_arrived ON mail (id) WHERE state = 0",
    R"(CREATE TABLE raw_mail (
        id INTEGER PRIMARY KEY AUTOINCREMENT REFERENCES mail ON DELETE CASCADE,
        bytes BLOB NOT NULL
    ) STRICT)",
    // Where the server keeps it. uid is 0 where only POP3's uidl names it. seen_due: read here, and the
    // server has not been told yet.
    R"(CREATE TABLE mail_place (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mail INTEGER NOT NULL REFERENCES mail ON DELETE CASCADE,
        folder INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
        uid_validity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        uidl TEXT NOT NULL,
        flags TEXT NOT NULL,
        seen_due INTEGER NOT NULL DEFAULT 0,
        UNIQUE (folder, uid_validity, uid, uidl)
    ) STRICT)",
    "CREATE INDEX mail_place_seen_due ON mail_place (folder) WHERE seen_due = 1",
    "CREATE INDEX mail_place_mail ON mail_place (mail)",
    R"(CREATE TABLE stanza (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        value BLOB NOT NULL,
        live INTEGER NOT NULL,
        received_at INTEGER NOT NULL,
        state INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX stanza_arrived ON stanza (id) WHERE state = 0",

    R"(CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_source INTEGER NOT NULL,
        send_via INTEGER NOT NULL DEFAULT 0,
        muted INTEGER NOT NULL DEFAULT 0,
        blocked INTEGER NOT NULL DEFAULT 0,
        suspicious INTEGER NOT NULL DEFAULT 0
    ) STRICT)",
    // owner = 1: what goes to and comes from this address belongs to this person; one owner each.
    // owner = 0: somebody claims so, and until the user confirms it nothing follows from it.
    R"(CREATE TABLE address_link (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
        address_key TEXT NOT NULL,
        address TEXT NOT NULL,
        evidence INTEGER NOT NULL,
        since INTEGER NOT NULL,
        owner INTEGER NOT NULL,
        UNIQUE (person, address_key)
    ) STRICT)",
    "CREATE UNIQUE INDEX address_link_owner ON address_link (address_key) WHERE owner = 1",
    R"(CREATE TABLE roster (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        address_key TEXT NOT NULL,
        name TEXT NOT NULL,
        subscription INTEGER NOT NULL,
        UNIQUE (account, address_key)
    ) STRICT)",

    // home: the address key whose person shows the item; the address itself except for suspicious mail.
    R"(CREATE TABLE item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        home TEXT NOT NULL,
        address TEXT NOT NULL,
        direction INTEGER NOT NULL,
        channel INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        at INTEGER NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        extra BLOB NOT NULL,
        stage INTEGER NOT NULL,
        fault INTEGER,
        fault_detail TEXT NOT NULL,
        server_text TEXT NOT NULL,
        fell_back INTEGER NOT NULL,
        read INTEGER NOT NULL,
        thread TEXT NOT NULL,
        stanza_id TEXT NOT NULL,
        archive_id TEXT NOT NULL,
        message_id TEXT NOT NULL,
        digest BLOB NOT NULL,
        reply_to INTEGER REFERENCES item ON DELETE SET NULL,
        mail INTEGER REFERENCES mail,
        stanza INTEGER REFERENCES stanza
    ) STRICT)",
    "CREATE INDEX item_home ON item (home, at, id)",
    "CREATE INDEX item_unread ON item (home) WHERE read = 0",
    "CREATE INDEX item_stanza_id ON item (account, stanza_id) WHERE stanza_id <> ''",
    "CREATE INDEX item_archive_id ON item (account, archive_id) WHERE archive_id <> ''",
    "CREATE INDEX item_message_id ON item (account, message_id) WHERE message_id <> ''",
    "CREATE INDEX item_mail ON item (mail) WHERE mail IS NOT NULL",
    R"(CREATE VIEW conversation AS
        SELECT address_link.person AS person, item.id AS item, item.at AS at
        FROM address_link JOIN item ON item.home = address_link.address_key
        WHERE address_link.owner = 1)",

    R"(CREATE TABLE message_map (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        remote_key TEXT NOT NULL,
        message_id TEXT NOT NULL,
        stanza_id TEXT NOT NULL,
        thread TEXT NOT NULL,
        item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
        details BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX message_map_message_id ON message_map (account, message_id) WHERE message_id <> ''",
    "CREATE INDEX message_map_stanza_id ON message_map (account, stanza_id) WHERE stanza_id <> ''",
    "CREATE INDEX message_map_thread ON message_map (account, thread) WHERE thread <> ''",
    R"(CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        item INTEGER NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
        home TEXT NOT NULL,
        channel INTEGER NOT NULL,
        command BLOB NOT NULL,
        draft BLOB NOT NULL,
        state INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        due INTEGER NOT NULL,
        filing INTEGER NOT NULL,
        fallback_allowed INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX outbox_open ON outbox (id) WHERE state < 3 OR filing = 1",
};

// Words in scripts without blanks are one character each (see SearchTable). Contentless: the text is in
// item already.
constexpr const char *search[] = {
    R"(CREATE VIRTUAL TABLE search USING fts5(
        words, content='', tokenize='unicode61 remove_diacritics 2'))",
    "CREATE TABLE search_pending (item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE) STRICT",
};

// home: an address key, as of items, so that a draft stays where it belongs when persons are joined and
// split; '' is the mail to nobody yet.
constexpr const char *drafts[] = {
    R"(CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        home TEXT NOT NULL UNIQUE,
        value BLOB NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT)",
};

// What happened to each item on its way; see model::Station. Only added to.
constexpr const char *stations[] = {
    R"(CREATE TABLE station (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
        kind INTEGER NOT NULL,
        at INTEGER NOT NULL,
        channel INTEGER NOT NULL,
        words TEXT NOT NULL
    ) STRICT)",
    "CREATE INDEX station_item ON station (item)",
    // When the server answered "later" for the first time; 0: it has not.
    "ALTER TABLE outbox ADD COLUMN deferred_since INTEGER NOT NULL DEFAULT 0",
};

// How far a chat has been read: here, while others must still be told, and on other devices. A word about
// the newest message is a word about all before it.
constexpr const char *readStates[] = {
    R"(CREATE TABLE read_due (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        chat TEXT NOT NULL,
        marker_id TEXT NOT NULL,
        archive_id TEXT NOT NULL,
        UNIQUE (account, chat)
    ) STRICT)",
    R"(CREATE TABLE read_elsewhere (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        chat TEXT NOT NULL,
        archive_id TEXT NOT NULL,
        UNIQUE (account, chat)
    ) STRICT)",
};

// answer: what the user decided, until the server has it.
constexpr const char *contactRequests[] = {
    R"(CREATE TABLE contact_request (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        jid TEXT NOT NULL,
        nick TEXT NOT NULL,
        words TEXT NOT NULL,
        since INTEGER NOT NULL,
        answer INTEGER NOT NULL,
        UNIQUE (account, jid)
    ) STRICT)",
};

// Search gives the newest first, and says what it could not look into (kind 4: model::ItemKind::Unreadable).
constexpr const char *searchOrder[] = {
    "CREATE INDEX item_at ON item (at)",
    "CREATE INDEX item_unreadable ON item (kind) WHERE kind = 4",
};

// What the user decided about reports, servers that check senders, and how to be reached (specification 2.12,
// 5, 7.2), and what contacts have published.
constexpr const char *decisions[] = {
    R"(CREATE TABLE setting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        value INTEGER NOT NULL
    ) STRICT)",
    R"(CREATE TABLE mail_server (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        name TEXT NOT NULL,
        received_by TEXT NOT NULL,
        state INTEGER NOT NULL,
        UNIQUE (account, name)
    ) STRICT)",
    R"(CREATE TABLE display_report (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        item INTEGER NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
        home TEXT NOT NULL,
        address TEXT NOT NULL,
        state INTEGER NOT NULL,
        elsewhere INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX display_report_open ON display_report (home) WHERE state < 2",
    "ALTER TABLE person ADD COLUMN display_reports INTEGER NOT NULL DEFAULT 0",
    R"(CREATE TABLE published_preference (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address_key TEXT NOT NULL UNIQUE,
        offline TEXT NOT NULL,
        busy TEXT NOT NULL,
        mode TEXT NOT NULL,
        mail TEXT NOT NULL
    ) STRICT)",
};

// A long text that comes in several stanzas (specification 4.3): they wait until it is complete, which may be after the
// next start. done_at: it is finished, and what still comes of it is late.
constexpr const char *segments[] = {
    R"(CREATE TABLE segment_set (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        sender TEXT NOT NULL,
        recipient TEXT NOT NULL,
        sid TEXT NOT NULL,
        item INTEGER REFERENCES item ON DELETE SET NULL,
        done_at INTEGER,
        UNIQUE (account, sender, recipient, sid)
    ) STRICT)",
    "ALTER TABLE stanza ADD COLUMN segment_set INTEGER REFERENCES segment_set ON DELETE SET NULL",
    "CREATE INDEX stanza_segment_set ON stanza (segment_set) WHERE segment_set IS NOT NULL",
    "CREATE INDEX segment_set_open ON segment_set (id) WHERE done_at IS NULL",
    // What leaves in place of a message that is too long for one stanza, and how much of it the server has.
    "ALTER TABLE outbox ADD COLUMN parts BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE outbox ADD COLUMN parts_sent INTEGER NOT NULL DEFAULT 0",
};

// Where an archive result stands in the archive's order, as a time; NULL for what came another way.
constexpr const char *places[] = {
    "ALTER TABLE stanza ADD COLUMN place INTEGER",
};

// The same mail with other octets around its words, as servers leave it when it is moved: its places are those of the
// mail named here.
constexpr const char *copies[] = {
    "ALTER TABLE mail ADD COLUMN same_as INTEGER REFERENCES mail ON DELETE SET NULL",
    "CREATE INDEX mail_same_as ON mail (same_as) WHERE same_as IS NOT NULL",
};

// Mails that were read in a batch only.
constexpr const char *glances[] = {
    "CREATE INDEX mail_glanced ON mail (id) WHERE state = 4",
};

// Every word of a search may be the beginning of a longer one, and that of a common one was put together anew each time
// from all words that begin so: 100 ms of processor at 100,000 messages, 11 with the beginnings in the index. An index
// without its text cannot be made anew here; the items wait for it (4: model::ItemKind::Unreadable, which has no words).
constexpr const char *searchBeginnings[] = {
    "DROP TABLE search",
    R"(CREATE VIRTUAL TABLE search USING fts5(
        words, content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'))",
    "INSERT OR IGNORE INTO search_pending (item) SELECT id FROM item WHERE kind <> 4",
};

// A file that came, or is to come, in the chat connection. bytes is NULL until it is here.
constexpr const char *itemFiles[] = {
    R"(CREATE TABLE item_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        item INTEGER NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
        offer TEXT NOT NULL,
        bytes BLOB
    ) STRICT)",
    "CREATE INDEX item_file_open ON item_file (account, offer) WHERE bytes IS NULL",
};

// Mails by folder and thread, without a look at the items themselves, whose texts are long (channel 1: model::Channel::Mail;
// it is in the indexes that are of it alone since SQLite looks at the row else).
constexpr const char *mailbox[] = {
    "CREATE INDEX item_in_folder ON item (mail, at, thread, read) WHERE mail IS NOT NULL",
    "CREATE INDEX item_of_thread ON item (account, thread, at, read, mail, channel) WHERE channel = 1",
    "CREATE INDEX item_unread_mail ON item (account, mail, read, channel) WHERE read = 0 AND channel = 1",
};

// Four letters too: they are what a word is found by while it is typed, and each look into the index at a longer one
// costs as much as there are matches. A fifth would cost more than it gives.
constexpr const char *longerBeginnings[] = {
    "DROP TABLE search",
    R"(CREATE VIRTUAL TABLE search USING fts5(
        words, content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4'))",
    "INSERT OR IGNORE INTO search_pending (item) SELECT id FROM item WHERE kind <> 4",
};

// Whom an address was with before people were joined: splitting it off gives back more than the address. And what a
// person claims and the user has denied, so that it is asked once.
constexpr const char *joins[] = {
    R"(CREATE TABLE joined_link (
        link INTEGER PRIMARY KEY REFERENCES address_link ON DELETE CASCADE,
        former INTEGER NOT NULL,
        name TEXT NOT NULL,
        name_source INTEGER NOT NULL,
        send_via INTEGER NOT NULL,
        muted INTEGER NOT NULL,
        blocked INTEGER NOT NULL,
        restored INTEGER REFERENCES person ON DELETE SET NULL
    ) STRICT)",
    "CREATE INDEX joined_link_former ON joined_link (former)",
    "CREATE INDEX joined_link_restored ON joined_link (restored) WHERE restored IS NOT NULL",
    "ALTER TABLE address_link ADD COLUMN denied INTEGER NOT NULL DEFAULT 0",
};

// Heights of rows in the window, for the next opening; `form` names what they depend on besides the item.
constexpr const char *heights[] = {
    R"(CREATE TABLE height_cache (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item INTEGER NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
        form INTEGER NOT NULL,
        height INTEGER NOT NULL
    ) STRICT)",
};

// Mails that the user wants to lie in another folder of their server, until they do.
constexpr const char *moves[] = {
    R"(CREATE TABLE mail_move (
        mail INTEGER PRIMARY KEY REFERENCES mail ON DELETE CASCADE,
        account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
        item INTEGER NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
        special_use TEXT NOT NULL,
        due INTEGER NOT NULL,
        home TEXT NOT NULL,
        thread TEXT NOT NULL,
        state INTEGER NOT NULL,
        tried INTEGER NOT NULL DEFAULT 0
    ) STRICT)",
    // What is thrown away is removed, and whatever names a removed row is looked for.
    "CREATE INDEX item_reply_to ON item (reply_to) WHERE reply_to IS NOT NULL",
    "CREATE INDEX message_map_item ON message_map (item)",
    "CREATE INDEX segment_set_item ON segment_set (item) WHERE item IS NOT NULL",
};

// removed_at: the user has taken the account out of the program and kept its messages for reading; 0: it is signed in.
// What a removal has still to do outside of this file, should the program end before: the password in the keyring, and
// copies of the file that hold what was to be erased.
constexpr const char *removals[] = {
    "ALTER TABLE account ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0",
    R"(CREATE TABLE removal_rest (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,
        keyring INTEGER NOT NULL,
        copies INTEGER NOT NULL
    ) STRICT)",
    // A removed row is looked for in whatever may name it.
    "CREATE INDEX item_of_stanza ON item (stanza) WHERE stanza IS NOT NULL",
};

constexpr std::array steps{
    SchemaStep{1, foundation},
    SchemaStep{2, search},
    SchemaStep{3, drafts},
    SchemaStep{4, stations},
    SchemaStep{5, readStates},
    SchemaStep{6, contactRequests},
    SchemaStep{7, searchOrder},
    SchemaStep{8, decisions},
    SchemaStep{9, segments},
    SchemaStep{10, places},
    SchemaStep{11, copies},
    SchemaStep{12, glances},
    SchemaStep{13, searchBeginnings},
    SchemaStep{14, itemFiles},
    SchemaStep{15, mailbox},
    SchemaStep{16, longerBeginnings},
    SchemaStep{17, joins},
    SchemaStep{18, heights},
    SchemaStep{19, moves},
    SchemaStep{20, removals},
};

constexpr bool strictlyRising()
{
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (steps[i].version <= steps[i - 1].version)
            return false;
    }
    return steps.front().version > 0;
}
static_assert(strictlyRising());

}

std::span<const SchemaStep> schemaSteps()
{
    return steps;
}

}
