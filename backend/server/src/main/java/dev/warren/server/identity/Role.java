package dev.warren.server.identity;

/** What an account may be; one account may be several. */
public enum Role {
    /** Manages accounts, workers and queues, and may do all that a manager may. */
    ADMIN,
    /** Sees and steers all tasks. */
    MANAGER,
    /** Works on tasks that are assigned to it; sees its own. */
    EMPLOYEE
}
