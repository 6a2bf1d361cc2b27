-- Removes consumers of a group that were idle for long and hold nothing: with what they hold, XGROUP
-- DELCONSUMER would drop it. Answers their names.
--
-- KEYS  the log
-- ARGV  group, consumer that stays, least milliseconds idle

local removed = {}
for _, raw in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local consumer = {}
  for i = 1, #raw, 2 do
    consumer[raw[i]] = raw[i + 1]
  end
  if consumer.name ~= ARGV[2] and consumer.pending == 0 and consumer.idle >= tonumber(ARGV[3]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer.name)
    removed[#removed + 1] = consumer.name
  end
end
return removed
