-- Makes a dead letter pending again, as if for long, so that the next claim takes it. Answers 1, or 0
-- where there is no such dead letter or its entry is gone from the log.
--
-- KEYS  the log, the group's dead letters
-- ARGV  group, consumer, position, sort key, milliseconds to have been idle

local log, letters = KEYS[1], KEYS[2]
local from, to = '[' .. ARGV[4] .. ' ', '(' .. ARGV[4] .. '!'
if redis.call('ZLEXCOUNT', letters, from, to) == 0 then return 0 end
local claimed = redis.call('XCLAIM', log, ARGV[1], ARGV[2], 0, ARGV[3],
  'IDLE', ARGV[5], 'RETRYCOUNT', 0, 'FORCE', 'JUSTID')
if #claimed == 0 then return 0 end
redis.call('ZREMRANGEBYLEX', letters, from, to)
return 1
