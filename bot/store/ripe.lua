-- Moves due timers into the outbox and takes them.
local TIMERS, ALARMS = KEYS[6], KEYS[7]
local now, limit = take(), take()
local lanes = {}
for at, member in ipairs(redis.call('ZRANGEBYSCORE', TIMERS, '-inf', now, 'LIMIT', 0, limit)) do
  redis.call('ZREM', TIMERS, member)
  local id, lane, body = unpack(cmsgpack.unpack(redis.call('HGET', ALARMS, member)))
  redis.call('HDEL', ALARMS, member)
  post(id, lane, body)
  lanes[at] = lane
end
return hand_all(lanes, {})
