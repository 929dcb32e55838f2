package dev.warren.server.task;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface TaskQueueRepository extends JpaRepository<TaskQueue, Integer> {

    Optional<TaskQueue> findByName(String name);
}
