/** Use cases for clients. Only the module {@code bootstrap} refers to them. */
@NullMarked
package io.calllog.application.client.service;

import org.jspecify.annotations.NullMarked;
