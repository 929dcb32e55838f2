import java.sql.DriverManager;

/** Makes or drops the database of one run: {@code java Database.java <url> <user> <password> <statement>}. */
class Database {

    public static void main(String[] args) throws Exception {
        try (var connection = DriverManager.getConnection(args[0], args[1], args[2]);
                var statement = connection.createStatement()) {
            statement.execute(args[3]);
        }
    }
}
