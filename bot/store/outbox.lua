-- The outbox of a partition; stands before every other script.
-- queue: one sorted set of all lanes' entries, ordered by name: lane, NUL, running number, NUL, entry id.
-- outbox: entry id -> lane, number, body, marked. lanes: lane -> holder, its grip, what it was told up to.
-- leases: lane -> until when, in the server's own ms. An empty lane is nobody's.
-- A holder whose grip changed (an answer was lost, it started anew) is told the whole lane again.
local QUEUE, OUTBOX, LANES, LEASES, COUNT = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local OWNER, GRIP, LEASE = ARGV[1], ARGV[2], tonumber(ARGV[3])
local TIME = redis.call('TIME')
local NOW = TIME[1] * 1000 + math.floor(TIME[2] / 1000)

local cursor = 3
local function take()
  cursor = cursor + 1
  return ARGV[cursor]
end

local function post(id, lane, body)
  if redis.call('HEXISTS', OUTBOX, id) == 1 then return end
  local number = string.format('%015d', redis.call('INCR', COUNT))
  redis.call('HSET', OUTBOX, id, cmsgpack.pack({lane, number, body, 0}))
  redis.call('ZADD', QUEUE, 0, lane .. '\0' .. number .. '\0' .. id)
end

local function drop(id)
  local entry = redis.call('HGET', OUTBOX, id)
  if not entry then return false end
  local lane, number = unpack(cmsgpack.unpack(entry))
  redis.call('HDEL', OUTBOX, id)
  redis.call('ZREM', QUEUE, lane .. '\0' .. number .. '\0' .. id)
  return true
end

local function release(lane)
  redis.call('HDEL', LANES, lane)
  redis.call('ZREM', LEASES, lane)
end

local function leased(lane)
  return tonumber(redis.call('ZSCORE', LEASES, lane) or 0) > NOW
end

local function holder(lane)
  local held = redis.call('HGET', LANES, lane)
  if held then return unpack(cmsgpack.unpack(held)) end
end

-- From where this process has to be told of the lane; nil when the lane is another's.
local function untold(lane)
  local owner, grip, told = holder(lane)
  if owner == OWNER then return grip == GRIP and told or '' end
  if owner and leased(lane) then return nil end
  return ''
end

-- Takes the lane if it can be had, and adds to the answer what this process was not told of yet.
local function hand(lane, answer)
  local past = '(' .. lane .. '\1'
  if #redis.call('ZRANGEBYLEX', QUEUE, '[' .. lane .. '\0', past, 'LIMIT', 0, 1) == 0 then
    return release(lane)
  end
  local told = untold(lane)
  if not told then return end
  for _, place in ipairs(redis.call('ZRANGEBYLEX', QUEUE, '[' .. lane .. '\0' .. told, past)) do
    local id = place:sub(#lane + 18)
    local entry = cmsgpack.unpack(redis.call('HGET', OUTBOX, id))
    for _, part in ipairs({id, lane, entry[3], entry[4]}) do answer[#answer + 1] = part end
    told = entry[2] .. '\1'
  end
  redis.call('HSET', LANES, lane, cmsgpack.pack({OWNER, GRIP, told}))
  redis.call('ZADD', LEASES, NOW + LEASE, lane)
end

local function hand_all(lanes, answer)
  local done = {}
  for _, lane in ipairs(lanes) do
    if not done[lane] then hand(lane, answer) end
    done[lane] = true
  end
  return answer
end

-- Posts the entries that come next in ARGV; returns their lanes and ids.
local function post_next()
  local ids, lanes = {}, {}
  for at = 1, tonumber(take()) do
    ids[at], lanes[at] = take(), take()
    post(ids[at], lanes[at], take())
  end
  return lanes, ids
end
