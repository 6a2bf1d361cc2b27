-- Gives up pending entries of a group: each becomes a dead letter and is acknowledged, as one step.
--
-- KEYS  the log, the group's dead letters
-- ARGV  group, least deliveries, reason, time, then position and sort key of each entry
--
-- The dead letters are a sorted set of one score, in order of their text: sort key, space, JSON.

local log, letters = KEYS[1], KEYS[2]
local group, least, reason, time = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]

local function fields_of(entry)
  local fields = {}
  for i = 1, #entry[2], 2 do
    fields[entry[2][i]] = entry[2][i + 1]
  end
  return fields
end

local function park(position, sort_key, deliveries)
  local entry = redis.call('XRANGE', log, position, position)[1]
  if entry then
    local letter = { position = position, reason = reason, deliveries = deliveries,
      parked_at = time, fields = fields_of(entry) }
    redis.call('ZREMRANGEBYLEX', letters, '[' .. sort_key .. ' ', '(' .. sort_key .. '!')
    redis.call('ZADD', letters, 0, sort_key .. ' ' .. cjson.encode(letter))
  end
  redis.call('XACK', log, group, position)
end

-- All is looked up before the first write, as Redis does not roll a script back.
local due = {}
for i = 5, #ARGV, 2 do
  local pending = redis.call('XPENDING', log, group, ARGV[i], ARGV[i], 1)[1]
  if pending and pending[4] >= least then
    due[#due + 1] = { ARGV[i], ARGV[i + 1], pending[4] }
  end
end
local parked = {}
for i, entry in ipairs(due) do
  park(entry[1], entry[2], entry[3])
  parked[i] = entry[1]
end
return parked
