-- Removes the entries up to a position, as one step, unless a consumer group needs one of them or the
-- last entry of the log is among them. Answers trimmed and how many, or refused and why.
--
-- KEYS[1]  the log
-- ARGV     the position, the one right after it

local key, up_to, next_id = KEYS[1], ARGV[1], ARGV[2]

local groups = redis.pcall('XINFO', 'GROUPS', key)
if groups.err then return {'trimmed', 0} end

for _, group in ipairs(groups) do
  local fields = {}
  for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
  local delivered = fields['last-delivered-id']
  if before(delivered, up_to) then
    return {'refused', 'the group ' .. fields['name'] .. ' was delivered up to ' .. delivered}
  end
  local pending = redis.call('XPENDING', key, fields['name'], '-', '+', 1)
  if #pending > 0 and not before(up_to, pending[1][1]) then
    return {'refused', 'the group ' .. fields['name'] .. ' has ' .. pending[1][1] .. ' pending'}
  end
end

local last = redis.call('XREVRANGE', key, '+', '-', 'COUNT', 1)
if #last > 0 and not before(up_to, last[1][1]) then
  return {'refused', 'the last entry of the log, ' .. last[1][1] .. ', stays'}
end
return {'trimmed', redis.call('XTRIM', key, 'MINID', next_id)}
