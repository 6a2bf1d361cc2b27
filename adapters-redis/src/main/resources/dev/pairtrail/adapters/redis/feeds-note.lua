-- Notes how far the feeds are derived, or are going to be, from one queue's log. Answers forward, behind
-- if that far had been noted before, or stale if another generation was begun.
--
-- KEYS[1]  the hash of the checkpoint
-- ARGV     generation, field, milliseconds and sequence of the position, revision
--
-- The parts of a position are digits without leading zeros and are compared as text, the longer one
-- being the greater: numbers lose digits above 2^53.

local function compare(a, b)
  if #a ~= #b then return #a < #b and -1 or 1 end
  if a == b then return 0 end
  return a < b and -1 or 1
end

if (redis.call('HGET', KEYS[1], 'generation') or '0') ~= ARGV[1] then return {'stale'} end
local noted = redis.call('HGET', KEYS[1], ARGV[2])
if noted then
  local millis, sequence = string.match(noted, '^(%d+)%-(%d+)/')
  local order = compare(ARGV[3], millis)
  if order == 0 then order = compare(ARGV[4], sequence) end
  if order <= 0 then return {'behind'} end
end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[3] .. '-' .. ARGV[4] .. '/' .. ARGV[5])
return {'forward'}
