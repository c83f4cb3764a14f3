-- Sets an update aside, once.
local PARKED, FAULTS = KEYS[6], KEYS[7]
local update, body, fault = take(), take(), take()
if redis.call('HSETNX', FAULTS, update, fault) == 1 then redis.call('RPUSH', PARKED, body) end
return {}
