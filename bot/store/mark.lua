-- Notes that an attempt begins; says whether the entry is still this process's to do.
local id, lane = take(), take()
local entry = redis.call('HGET', OUTBOX, id)
if not entry or holder(lane) ~= OWNER then return 0 end
local parts = cmsgpack.unpack(entry)
parts[4] = 1
redis.call('HDEL', OUTBOX, id)
redis.call('HSET', OUTBOX, id, cmsgpack.pack(parts))
return 1
