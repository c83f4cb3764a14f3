-- An entry is done: it goes, its slot's message is kept or dropped, what follows is posted.
-- A slot belongs to a document: what was forgotten gets none back from a late answer.
local DOC, SLOTS = KEYS[6], KEYS[7]
local id, lane, slot, message = take(), take(), take(), take()

local function point()
  if slot == '' or redis.call('HEXISTS', DOC, 'document') == 0 then return end
  if message == '' then redis.call('HDEL', SLOTS, slot) else redis.call('HSET', SLOTS, slot, message) end
end

local lanes = {}
if drop(id) then
  point()
  lanes = post_next()
else
  for at = 1, tonumber(take()) do
    take()
    lanes[at] = take()
    take()
  end
end
table.insert(lanes, 1, lane)
return hand_all(lanes, {})
