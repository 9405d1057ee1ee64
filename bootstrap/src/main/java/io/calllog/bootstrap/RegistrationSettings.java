package io.calllog.bootstrap;

import io.calllog.application.auth.port.in.RegistrationMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of registration.
 *
 * @param mode open: everybody can register; approval: everybody can register, and an administrator
 *     must activate the account; closed: only administrators create accounts
 */
@ConfigurationProperties("calllog.registration")
record RegistrationSettings(@DefaultValue("approval") RegistrationMode mode) {}
