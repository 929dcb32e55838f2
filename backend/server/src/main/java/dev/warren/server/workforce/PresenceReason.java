package dev.warren.server.workforce;

/** Why a presence changed without the worker's doing. */
public enum PresenceReason {

    /** Did not answer two offers in a row. */
    MISSED_OFFERS
}
