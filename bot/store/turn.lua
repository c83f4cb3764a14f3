-- Gives the bot's next turn to send, for all its processes; answers 0, or in how many ms to ask.
-- pace: full, until when all turns are taken; slow, how many times slower than usual, since when;
-- held, before which nobody sends; at, when that was kept. After a hold the pace is slower, and by
-- and by as it was. Where the server's clock was set back, all moves back with it.
local PACE, every, slack = KEYS[6], tonumber(take()), tonumber(take())
local hold, slowest, quiet = tonumber(take()), tonumber(take()), tonumber(take())
local full, held, slow, since, at = unpack(redis.call('HMGET', PACE, 'full', 'held', 'slow', 'since', 'at'))
local back = math.max(0, tonumber(at or 0) - NOW)
full, held = tonumber(full or 0) - back, tonumber(held or 0) - back
slow, since = tonumber(slow or 1), tonumber(since or 0) - back
local function keep()
  redis.call('HSET', PACE, 'full', full, 'held', held, 'slow', slow, 'since', since, 'at', NOW)
end
if back > 0 then keep() end
if hold > 0 then
  if held <= NOW then
    slow, since = math.min(slowest, slow * 2), NOW
  end
  held = math.max(held, NOW + hold)
  full = math.max(full, held)
  keep()
  return held - NOW
end
if slow > 1 and NOW - math.max(since, held) > quiet then
  slow, since = slow / 2, NOW
end
local due = math.max(full - slack * slow, held)
if due > NOW then return math.ceil(due - NOW) end
full = math.max(full, NOW) + every * slow
keep()
return 0
