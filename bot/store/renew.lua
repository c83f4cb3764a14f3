-- Keeps the leases of this owner's lanes. ZREM before ZADD: a full memory does not stop it.
for _ = 1, tonumber(take()) do
  local lane = take()
  if holder(lane) == OWNER then
    redis.call('ZREM', LEASES, lane)
    redis.call('ZADD', LEASES, NOW + LEASE, lane)
  end
end
return {}
