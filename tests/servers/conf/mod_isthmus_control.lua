-- Makes and joins accounts for the tests, through Prosody's own interfaces, and gives every account's password,
-- also of one registered in band, to Dovecot: one file per account, since Dovecot looks at a file once a second only.
local json = require "util.json";
local rostermanager = require "core.rostermanager";
local st = require "util.stanza";
local usermanager = require "core.usermanager";
local pep = module:depends "pep";
module:depends "http";

local secret = assert(module:get_option_string("isthmus_control_secret"));

local function share_password(event)
	local path = "/state/accounts/" .. module.host .. "/" .. event.username;
	local file = assert(io.open(path .. ".new", "w"));
	file:write(event.username, "@", module.host, ":{PLAIN}", usermanager.get_password(event.username, module.host), "\n");
	file:close();
	assert(os.rename(path .. ".new", path));
end

local function of_this_host(handler)
	return function(event) if event.host == module.host then handler(event); end end
end

module:hook("user-registered", share_password);
module:hook_global("user-password-changed", of_this_host(share_password));
module:hook_global("user-deleted", of_this_host(function(event)
	os.remove("/state/accounts/" .. module.host .. "/" .. event.username);
end));

-- XEP-0292 over PEP; mod_vcard_legacy answers XEP-0054 from the same item.
local function publish_vcard(name, fullname, email)
	local item = st.stanza("item", { xmlns = "http://jabber.org/protocol/pubsub", id = "current" })
		:tag("vcard", { xmlns = "urn:ietf:params:xml:ns:vcard-4.0" })
		:tag("fn"):text_tag("text", fullname):up()
		:tag("email"):text_tag("text", email):up();
	assert(pep.get_pep_service(name):publish("urn:xmpp:vcard4", true, "current", item, { access_model = "open" }));
end

local function befriend(name, jid, label)
	local roster = rostermanager.load_roster(name, module.host);
	roster[jid] = { name = label, subscription = "both", groups = {} };
	assert(rostermanager.save_roster(name, module.host, roster));
	rostermanager.roster_push(name, module.host, jid);
end

local actions = {};

function actions.account(request)
	assert(usermanager.create_user(request.name, request.password, module.host));
	share_password({ username = request.name });
	if request.email then publish_vcard(request.name, request.fullname or request.name, request.email); end
end

function actions.befriend(request)
	befriend(request.name, request.contact .. "@" .. module.host, request.label);
end

function actions.remove(request)
	assert(usermanager.delete_user(request.name, module.host));
end

module:provides("http", {
	default_path = "/control";
	route = {
		POST = function(event)
			if event.request.headers.authorization ~= secret then return 403; end
			for _, request in ipairs(json.decode(event.request.body)) do
				local ok, err = pcall(actions[request.action], request);
				if not ok then return { status_code = 500, body = tostring(err) }; end
			end
			return { status_code = 200, body = "done" };
		end;
	};
});
