package dev.warren.server.dispatch;

/**
 * The cheapest change that would let a waiting task begin, or begin sooner.
 *
 * @param code a stable name: OFFER_AGAIN, PRIORITY, LEVEL, REGION, SKILL, CAPACITY or PRESENCE
 */
record Remedy(String code, String sentence) {}
