-- The order of positions, put before the scripts that need it. The parts of a position are digits
-- without leading zeros and are compared as text, the longer one being the greater: numbers lose
-- digits above 2^53.

local function less(a, b)
  if #a ~= #b then return #a < #b end
  return a < b
end

local function before(a, b)
  local a_millis, a_sequence = string.match(a, '^(%d+)%-(%d+)$')
  local b_millis, b_sequence = string.match(b, '^(%d+)%-(%d+)$')
  if a_millis ~= b_millis then return less(a_millis, b_millis) end
  return less(a_sequence, b_sequence)
end

