-- Requests of wrk. Arguments: a kind, and what it needs.
--   get                the address itself
--   calls OFFICERS     POST /api/calls, each for one of the first so many officers of the data set
--   batch OFFICERS     POST /api/calls/batch, 500 calls each
--   look-ups FILE      GET /api/calls/{id}, with the ids in a file
--   signed FILE        the address itself, with the tokens or keys in a file in turn
--   mixed FILE         a new call, the volumes, a page of calls, and seven look-ups
-- Prints: responses, microseconds, responses that are errors, requests without a response, the 99th percentile.

local outcomes = {"SUCCESSFUL", "SUCCESSFUL", "NO_ANSWER", "FOLLOW_UP", "MISSED", "BUSY"}
local officers = 500
local ids = {}
local count = 0

local function read(file)
  for line in io.lines(file) do ids[#ids + 1] = line end
end

-- The properties of a call that starts now, without braces.
local function call()
  local officer = math.random(0, officers - 1)
  return string.format(
    '"officerId":"019028e0-8800-7000-8000-%012x","clientId":"019028e0-8801-7000-8000-%012x",' ..
    '"type":"%s","outcome":"%s","durationSeconds":%d,"comment":"Logged by a load test."',
    officer, officer * 100 + math.random(0, 99),
    math.random(3) == 1 and "INCOMING" or "OUTGOING", outcomes[math.random(#outcomes)], math.random(0, 1799))
end

-- The milliseconds are random: calls of one second have different ids anyway.
local function uuid7(second)
  local time = string.format("%012x", second * 1000 + math.random(0, 999))
  return string.format("%s-%s-7%03x-%04x-%06x%06x", time:sub(1, 8), time:sub(9), math.random(0, 4095),
    math.random(32768, 49151), math.random(0, 16777215), math.random(0, 16777215))
end

local function post(path, body)
  return wrk.format("POST", path, nil, body)
end

local function look_up()
  return wrk.format("GET", "/api/calls/" .. ids[math.random(#ids)])
end

local function single()
  return post("/api/calls", "{" .. call() .. "}")
end

local function batch()
  local calls = {}
  local now = os.time()
  local started = os.date("!%Y-%m-%dT%H:%M:%SZ", now)
  for i = 1, 500 do
    calls[i] = string.format('{"id":"%s","startedAt":"%s",%s}', uuid7(now), started, call())
  end
  return post("/api/calls/batch", '{"calls":[' .. table.concat(calls, ",") .. "]}")
end

local function signed()
  count = count % #ids + 1
  wrk.headers["Authorization"] = "Bearer " .. ids[count]
  return wrk.format("GET")
end

local function mixed()
  count = count + 1
  local turn = count % 10
  if turn == 0 then return single() end
  if turn == 4 then return wrk.format("GET", "/api/analytics/volumes") end
  if turn == 7 then return wrk.format("GET", "/api/calls?limit=50") end
  return look_up()
end

function init(arguments)
  local kind, what = arguments[1], arguments[2]
  -- Tables have different addresses in different runs, also in one second.
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 1e9)
  wrk.headers["Content-Type"] = "application/json"
  if kind == "calls" then officers = tonumber(what); request = single end
  if kind == "batch" then officers = tonumber(what); request = batch end
  if kind == "look-ups" then read(what); request = look_up end
  if kind == "signed" then read(what); request = signed end
  if kind == "mixed" then read(what); request = mixed end
  if kind == "get" then
    local same = wrk.format("GET", wrk.path)
    request = function() return same end
  end
end

function done(summary, latency, requests)
  local e = summary.errors
  print(string.format("%d %d %d %d %d", summary.requests, summary.duration, e.status,
    e.connect + e.read + e.write + e.timeout, latency:percentile(99)))
end
