/** Ratings by OpenSkill: {@link dev.pairtrail.adapters.openskill.OpenSkillRatings}. */
package dev.pairtrail.adapters.openskill;
