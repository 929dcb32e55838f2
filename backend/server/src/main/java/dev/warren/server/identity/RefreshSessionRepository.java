package dev.warren.server.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RefreshSessionRepository extends JpaRepository<RefreshSession, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from RefreshSession s where s.family = :family")
    Optional<RefreshSession> lockByFamily(byte[] family);

    List<RefreshSession> findByAccountOrderByCreatedAtDescIdDesc(UUID account);

    @Query("""
            select distinct s.account from RefreshSession s
            where s.account in :accounts and s.rotatedAt > :rotatedAfter and s.createdAt > :createdAfter""")
    Set<UUID> open(Collection<UUID> accounts, Instant rotatedAfter, Instant createdAfter);

    @Modifying
    @Query("delete from RefreshSession s where s.account = :account")
    void deleteAllOf(UUID account);
}
