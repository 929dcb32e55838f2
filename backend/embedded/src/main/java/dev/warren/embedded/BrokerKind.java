package dev.warren.embedded;

/** Which AMQP broker is run privately; {@link #AUTO} takes RabbitMQ where it is installed and Qpid elsewhere. */
public enum BrokerKind {
    AUTO,
    RABBITMQ,
    QPID
}
