package dev.warren.server.workforce;

/** Why a presence changed without the worker's doing. */
public enum PresenceReason {

    /** Did not answer two offers in a row. */
    MISSED_OFFERS,
    /** The shift is over. */
    SHIFT_ENDED,
    /** Nothing was heard of the worker's screen for a while. */
    LOST_CONTACT,
    /** The worker's screen is back: the presence is what it was before. */
    BACK
}
