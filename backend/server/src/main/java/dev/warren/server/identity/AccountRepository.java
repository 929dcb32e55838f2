package dev.warren.server.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(UUID id);

    @Query(
            value =
                    "SELECT * FROM account WHERE enabled AND (FIND_IN_SET('ADMIN', roles) OR FIND_IN_SET('MANAGER', roles))",
            nativeQuery = true)
    List<Account> managing();

    @Query(value = "SELECT COUNT(*) FROM account WHERE FIND_IN_SET('ADMIN', roles) > 0", nativeQuery = true)
    long admins();
}
