-- All that one event changes in one state, or nothing.
-- When memory is full the server refuses the first write if it asks for room, and nothing after
-- it: so HSET comes first. A wipe frees room and begins with DEL, which is never refused.
local DOC, SEEN, HISTORY, SLOTS, PARKED, FAULTS = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11]
local ROWS, REVS, STATES, TIMERS, ALARMS = KEYS[12], KEYS[13], KEYS[14], KEYS[15], KEYS[16]
local SEEN_AT_MOST = 128
local state, event, call, expected = take(), take(), take(), tonumber(take())
local wipe, has_document, document = take() == '1', take() == '1', take()
local seen_for, tombstone_for = tonumber(take()), tonumber(take())

-- When an answer was lost the client repeats the call: that is still the first commit.
local function again(packed)
  local lanes, first_call, ids = {}, unpack(cmsgpack.unpack(packed))
  for _, id in ipairs(ids) do
    local entry = redis.call('HGET', OUTBOX, id)
    if entry then lanes[#lanes + 1] = cmsgpack.unpack(entry)[1] end
  end
  for _, lane in ipairs(lanes) do
    if holder(lane) == OWNER then redis.call('HDEL', LANES, lane) end
  end
  return hand_all(lanes, {first_call == call and 'fresh' or 'again'})
end

local function remember(ids)
  local number = redis.call('HINCRBY', SEEN, 'count', 1)
  local place = 'at:' .. number % SEEN_AT_MOST
  local oldest = redis.call('HGET', SEEN, place)
  if oldest then redis.call('HDEL', SEEN, 'event:' .. oldest) end
  redis.call('HSET', SEEN, place, event, 'event:' .. event, cmsgpack.pack({call, ids}))
  redis.call('PEXPIRE', SEEN, seen_for)
end

local function purge(from, before)
  for _, place in ipairs(redis.call('ZRANGEBYLEX', QUEUE, '[' .. from, '(' .. before)) do
    drop(place:sub(#place:match('^.-%z') + 17))
  end
end

-- A state without a document has no timers: what a tombstone held would outlive it.
local function replace_timers(old, alive)
  for _, member in ipairs(old) do
    redis.call('ZREM', TIMERS, member)
    redis.call('HDEL', ALARMS, member)
  end
  local members = {}
  for at = 1, tonumber(take()) do
    local member, due, entry = state .. '\0' .. take(), take(), {take(), take(), take()}
    if alive then
      redis.call('ZADD', TIMERS, due, member)
      redis.call('HSET', ALARMS, member, cmsgpack.pack(entry))
      members[at] = member
    end
  end
  redis.call('HSET', DOC, 'timers', cmsgpack.pack(members))
end

-- A removed row's rev is kept as long as a tombstone: late writers stay away, a newcomer may begin at 1.
local function put_row(key, rev, kept, value)
  local known, gone = (redis.call('HGET', REVS, key) or '-1 0'):match('(%S+) (%S+)')
  local outlived = gone ~= '0' and tonumber(gone) + tombstone_for <= NOW
  if tonumber(known) > tonumber(rev) and not outlived then return end
  if kept then redis.call('HSET', ROWS, key, value) else redis.call('HDEL', ROWS, key) end
  redis.call('HSET', REVS, key, rev .. ' ' .. (kept and '0' or string.format('%d', NOW)))
end

local known = redis.call('HGET', SEEN, 'event:' .. event)
if known then return again(known) end
if tonumber(redis.call('HGET', DOC, 'rev') or 0) ~= expected then return {'conflict'} end
local timers = redis.call('HGET', DOC, 'timers')

if wipe then redis.call('DEL', DOC, HISTORY, SLOTS, PARKED, FAULTS, ROWS, REVS) end
redis.call('HSET', DOC, 'rev', expected + 1)
for _ = 1, tonumber(take()) do
  local from, before = take(), take()
  if wipe then purge(from, before) end
end
if has_document then
  redis.call('HSET', DOC, 'document', document)
  redis.call('HDEL', DOC, 'forgotten')
  redis.call('PERSIST', DOC)
  redis.call('SADD', STATES, state)
elseif wipe then
  redis.call('HSET', DOC, 'forgotten', 1)
  redis.call('SREM', STATES, state)
end
local alive = redis.call('HEXISTS', DOC, 'document') == 1
replace_timers(timers and cmsgpack.unpack(timers) or {}, alive)
for _ = 1, tonumber(take()) do put_row(take(), take(), take() == '1', take()) end
for _ = 1, tonumber(take()) do redis.call('XADD', HISTORY, '*', 'entry', take()) end
local lanes, ids = post_next()
remember(ids)
-- A rev without a document (a tombstone, or an event that made nothing) does not stay for ever.
if not alive and redis.call('PTTL', DOC) == -1 then
  redis.call('PEXPIRE', DOC, tombstone_for)
end
return hand_all(lanes, {'fresh'})
