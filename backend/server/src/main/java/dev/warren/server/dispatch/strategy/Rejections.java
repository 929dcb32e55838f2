package dev.warren.server.dispatch.strategy;

/** How many available workers could not take a task, each counted under the first that applies, in this order. */
public record Rejections(int noSkill, int noRegion, int coolDown, int noCapacity) {

    /** Why nobody is left: the last hurdle that anybody reached. */
    Reason reason() {
        if (noCapacity > 0) {
            return Reason.NO_CAPACITY;
        }
        if (coolDown > 0) {
            return Reason.ALL_DECLINED;
        }
        if (noRegion > 0) {
            return Reason.NO_REGION;
        }
        return noSkill > 0 ? Reason.NO_SKILL : Reason.NOBODY_PRESENT;
    }
}
