-- Takes over lanes whose lease ran out, whole; with 'all' also those this owner held with an
-- earlier grip. ZREM comes first: a full memory does not stop it.
local limit, all = tonumber(take()), take() == 'all'
local lanes, answer, others = {}, {}, 0
if all then
  lanes = redis.call('ZRANGE', LEASES, 0, -1)
else
  lanes = redis.call('ZRANGEBYSCORE', LEASES, '-inf', NOW, 'LIMIT', 0, limit)
end
for _, lane in ipairs(lanes) do
  local owner, grip = holder(lane)
  local again = owner == OWNER and grip ~= GRIP
  if again or (not leased(lane) and others < limit) then
    if not again then others = others + 1 end
    release(lane)
    hand(lane, answer)
  end
end
return answer
