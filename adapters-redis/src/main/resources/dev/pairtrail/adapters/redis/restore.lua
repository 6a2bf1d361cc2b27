-- Adds entries with positions of their own, as one step, if the log ends at a position. Answers restored,
-- or refused and why. Everything is checked before the first write, as Redis does not roll a script
-- back; who calls has checked that the positions rise.
--
-- KEYS[1]  the log
-- ARGV     the position that the log ends at, then of each entry: position, number of fields, names and
--          values

local key, after = KEYS[1], ARGV[1]

local last = redis.call('XREVRANGE', key, '+', '-', 'COUNT', 1)
local ends = #last > 0 and last[1][1] or '0-0'
if ends ~= after then
  return {'refused', 'the log ends at ' .. ends .. ', not at ' .. after}
end

local info = redis.pcall('XINFO', 'STREAM', key)
for i = 1, #info, 2 do
  if info[i] == 'last-generated-id' and not before(info[i + 1], ARGV[2]) then
    return {'refused', 'the log once ended at ' .. info[i + 1]}
  end
end

local argument = 2
while argument <= #ARGV do
  local past = argument + 2 + 2 * tonumber(ARGV[argument + 1])
  redis.call('XADD', key, ARGV[argument], unpack(ARGV, argument + 2, past - 1))
  argument = past
end
return {'restored'}
