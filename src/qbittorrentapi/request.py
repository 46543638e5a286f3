"""What every face of the drop-in stands on: one client's session, its options, and the way a flat method calls."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, ClassVar, Literal, Self, TypeVar, cast
from urllib.parse import urlsplit

import requests

from bitharbor import errors
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.connecting import known_generation
from bitharbor.qbittorrent.flows import Extra, start
from bitharbor.qbittorrent.flows.login import is_session_open
from bitharbor.qbittorrent.operation import Op
from bitharbor.qbittorrent.session import Generation, Session
from bitharbor.transport.blocking import RequestsTransport
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Reply
from bitharbor.wire.headers import basic

from ._address import credentials, is_verification_off, new_session, variable
from ._calling import (
    PREPARED,
    Maker,
    any_operation,
    is_offered,
    not_implemented,
    per_call,
    result_of,
    sent_parts,
    taken,
    translated,
)
from ._logging import TellingTransport, VerboseTransport, silence
from ._version_support import Version
from .definitions import APIKwargsT, APINames, FilesToSendT
from .exceptions import APIConnectionError, UnsupportedQbittorrentVersion

R = TypeVar("R")
N = TypeVar("N")

TIMEOUT = 15.1  # seconds to connect, and between two pieces of an answer, where REQUESTS_ARGS names none

logger: logging.Logger = logging.getLogger(__name__)


class Request:
    """A client of qBittorrent's Web API.

    :param host: `[http[s]://]host[:port][/path]`
    :param port: used when the host names none
    :param username: user name
    :param password: password
    :param api_key: key of qBittorrent 5.2 and younger; beats user name and password
    :param EXTRA_HEADERS: sent with each request
    :param REQUESTS_ARGS: arguments of `requests.Session.request` for each request
    :param HTTPADAPTER_ARGS: arguments of `requests.adapters.HTTPAdapter`
    :param VERIFY_WEBUI_CERTIFICATE: False accepts any certificate
    :param FORCE_SCHEME_FROM_HOST: believe the scheme of `host`, ask for none
    :param RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS: raise instead of returning None
    :param RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS: raise after a login to a version that is not in the table
    :param VERBOSE_RESPONSE_LOGGING: write every exchange to the debug log, without secrets
    :param SIMPLE_RESPONSES: plain dictionaries and lists instead of this package's
    :param DISABLE_LOGGING_DEBUG_OUTPUT: no debug lines of this package, requests and urllib3 in this process
    :param generation: of the interface, where it is known: "digest" (qBittorrent 3.0 and 3.1), "cookie" (3.2 to 4.0) or "v2";
        None finds it out by the first answers
    """

    _PRINT_STACK_FOR_EACH_REQUEST: ClassVar[bool] = False
    """Set it on a client to see on the standard error output who calls"""

    def __init__(
        self,
        host: str = "",
        port: str | int | None = None,
        username: str | None = None,
        password: str | None = None,
        *,
        api_key: str | None = None,
        EXTRA_HEADERS: Mapping[str, str] | None = None,  # noqa: N803 - the documented name, as all below
        REQUESTS_ARGS: Mapping[str, Any] | None = None,  # noqa: N803
        HTTPADAPTER_ARGS: Mapping[str, Any] | None = None,  # noqa: N803
        VERIFY_WEBUI_CERTIFICATE: bool = True,  # noqa: N803
        FORCE_SCHEME_FROM_HOST: bool = False,  # noqa: N803
        RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS: bool = False,  # noqa: N803
        RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS: bool = False,  # noqa: N803
        VERBOSE_RESPONSE_LOGGING: bool = False,  # noqa: N803
        SIMPLE_RESPONSES: bool = False,  # noqa: N803
        DISABLE_LOGGING_DEBUG_OUTPUT: bool = False,  # noqa: N803
        generation: Generation | None = None,
    ) -> None:
        self._host: str = host or variable(os.environ, "HOST")
        self._port = port
        self._is_scheme_forced = bool(FORCE_SCHEME_FROM_HOST)
        self._generation: Generation | None = known_generation(generation)
        self._is_simple = bool(SIMPLE_RESPONSES)
        self._is_raising_not_implemented = bool(RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS)
        self._is_raising_unsupported = bool(RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS)
        self._checked_epoch = -1
        self._namespaces: dict[object, Any] = {}
        self._namespaces_epoch = 0
        arguments = dict(REQUESTS_ARGS or {})
        self._headers = {**(EXTRA_HEADERS or {}), **taken(arguments, "headers")}
        self._session_state = self._new_session()
        who = credentials(username, password, api_key, os.environ)
        self._session_state.user, self._session_state.password = who.username, who.password
        self._session_state.api_key = who.api_key
        is_verifying = VERIFY_WEBUI_CERTIFICATE and not is_verification_off(os.environ)
        self._transport = RequestsTransport(
            timeout=TIMEOUT,
            verify=None if is_verifying else False,
            arguments=arguments,
            adapter=HTTPADAPTER_ARGS,
            reads_netrc=True,
        )
        sending = VerboseTransport(self._transport) if VERBOSE_RESPONSE_LOGGING else self._transport
        self._journal = TellingTransport(sending, self._written_scheme)
        self._driver = Driver(self._journal)
        if DISABLE_LOGGING_DEBUG_OUTPUT:
            silence()

    def _new_session(self) -> Session:
        self._address_error: errors.UsageError | None = None
        self._written_scheme = ""
        try:
            session, user, password = new_session(self._host, self._port, is_scheme_forced=self._is_scheme_forced)
        except errors.UsageError as error:  # nothing is contacted, and nothing complained about, before the first call
            self._address_error = error
            return Session("", (), is_strict=False)
        self._written_scheme = session.schemes[0] if "://" in self._host else ""
        session.generation, session.is_generation_given = self._generation, self._generation is not None
        session.headers = dict(self._headers)
        if user:
            session.headers.setdefault("Authorization", basic(user, password))
        return session

    @property
    def host(self) -> str:
        """Where qBittorrent is. Another one is reached with a session of its own."""
        return self._host

    @host.setter
    def host(self, value: str) -> None:
        self._host = value
        self._move()

    @property
    def port(self) -> str | int | None:
        """The port where the host names none."""
        return self._port

    @port.setter
    def port(self, value: str | int | None) -> None:
        self._port = value
        self._move()

    def _move(self) -> None:
        """Go to where host and port lead now; who we are stays."""
        old = self._session_state
        self._session_state = self._new_session()
        self._session_state.user, self._session_state.password = old.user, old.password
        self._session_state.api_key = old.api_key
        self._journal.written = self._written_scheme
        self._checked_epoch = -1

    @property
    def username(self) -> str:
        """The user name that logins use."""
        return self._session_state.user

    @username.setter
    def username(self, value: str) -> None:
        self._session_state.user = value

    @property
    def _password(self) -> str:
        return self._session_state.password

    @_password.setter
    def _password(self, value: str) -> None:
        self._session_state.password = value

    @property
    def _api_key(self) -> str:
        return self._session_state.api_key

    @_api_key.setter
    def _api_key(self, value: str) -> None:
        self._session_state.api_key = value

    def _call_operation(self, op: Op[Any], values: Sequence[object], maker: Maker[R], kwargs: dict[str, Any]) -> R:
        is_simple, extra = per_call(kwargs)
        if prepare := PREPARED.get(op):
            values = prepare(op, values)
        reply = self._reply(op, values, extra)
        if reply is None:
            return None  # type: ignore[return-value]  # documented: None for what the daemon has not got
        return result_of(reply.body, maker, self, is_simple=is_simple or self._is_simple)

    def _reply(self, op: Op[Any], values: Sequence[object], extra: Extra) -> Reply | None:
        """The daemon's answer, None for what it has not got."""
        if self._address_error:
            raise APIConnectionError(f"Failed to connect to qBittorrent. {self._address_error}")
        if self._PRINT_STACK_FOR_EACH_REQUEST:
            traceback.print_stack()
        self._journal.begin()
        try:
            self._refuse_by_replaced_version(op)
            if op is not ops.AUTH_LOG_IN and op is not ops.AUTH_LOG_OUT:
                self._refuse_unsupported_version()  # before the call: this daemon may understand it otherwise
            reply = self._driver.run(start(self._session_state, op, values, extra))
            if op is ops.AUTH_LOG_IN:
                self._namespaces = {}
                self._refuse_unsupported_version()
        except errors.UnsupportedError as error:
            words = not_implemented(op, str(error) if self._session_state.is_elder else "")
            logger.debug(words)
            if self._is_raising_not_implemented:
                raise NotImplementedError(words) from None
            return None
        except errors.BitharborError as error:
            raise translated(error, shown_values(op, values), is_login=op is ops.AUTH_LOG_IN) from error
        return reply

    def _refuse_by_replaced_version(self, op: Op[Any]) -> None:
        """Raise if a program that put a method of its own in the place of `app_web_api_version` says so."""
        if not (op.since or op.until):
            return
        said = self._replaced_web_api_version()
        if said is not None and not is_offered(op, said):
            raise errors.UnsupportedError(f"{op.path} does not exist in Web API {said}")

    def _replaced_web_api_version(self) -> str | None:
        """What a program's own `app_web_api_version` says; None where it is ours."""
        return None

    def _get(
        self,
        _name: APINames | str,
        _method: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        **kwargs: APIKwargsT,
    ) -> requests.Response:
        """GET any action of the Web API, also one that has no method here.

        :param _name: the scope, such as `APINames.Torrents` or "torrents"
        :param _method: the rest of the path, such as "info"
        :param params: fields; any further keyword is one too
        :param headers: headers of this call
        """
        return self._any("GET", _name, _method, {**kwargs, **(params or {})}, headers, None)

    def _post(
        self,
        _name: APINames | str,
        _method: str,
        headers: Mapping[str, str] | None = None,
        data: Mapping[str, Any] | None = None,
        files: FilesToSendT | None = None,
        **kwargs: APIKwargsT,
    ) -> requests.Response:
        """POST to any action of the Web API, also one that has no method here. It is never sent twice.

        :param data: fields; any further keyword is one too
        :param files: part name -> content, or file name and content
        """
        return self._any("POST", _name, _method, {**kwargs, **(data or {})}, headers, files)

    def _any(
        self,
        verb: Literal["GET", "POST"],
        scope: APINames | str,
        action: str,
        fields: dict[str, Any],
        headers: Mapping[str, str] | None,
        files: FilesToSendT | None,
    ) -> requests.Response:
        _, extra = per_call({**fields, "headers": {**taken(fields, "headers"), **(headers or {})}})
        op = any_operation(verb, scope, action)
        reply = self._reply(op, (), sent_parts(extra, files))
        if reply is None:
            raise NotImplementedError(not_implemented(op))
        return cast("requests.Response", reply.raw)

    def _session_cookie(self, cookie_name: str = "SID") -> str | None:
        """The value of the session's cookie: of that name, else of the one that qBittorrent 5.2 and younger name after a port."""
        session = self._session_state
        own = f"QBT_SID_{urlsplit(session.base or '').port}"
        behind_proxy = (name for name in session.cookies if name.startswith("QBT_SID_"))  # it is the daemon's port, not ours
        name = next((one for one in (cookie_name, own, *behind_proxy) if one in session.cookies), "")
        return session.cookies.get(name)

    @property
    def _SID(self) -> str | None:  # noqa: N802 - recorded
        return self._session_cookie()

    def _refuse_unsupported_version(self) -> None:
        """Raise unless both versions are in the table, if the user wants that. Asked once a login; raised once a login."""
        session = self._session_state
        is_standing = session.is_logged_in or not session.can_log_in
        if not self._is_raising_unsupported or (is_standing and self._checked_epoch == session.epoch):
            return
        app, api = self._told(ops.APP_VERSION), self._told(ops.APP_WEB_API_VERSION)
        self._checked_epoch = session.epoch
        if not (Version.is_app_version_supported(app) and Version.is_api_version_supported(api)):
            raise UnsupportedQbittorrentVersion(
                f"This version of qBittorrent is not fully supported. App Version: {app} API Version: {api}"
            )

    def _told(self, op: Op[Any]) -> str:
        """What the daemon answers; nothing where it has no such action."""
        try:
            return self._driver.run(start(self._session_state, op, ())).body.decode()
        except errors.UnsupportedError:
            return ""

    def _is_logged_in(self) -> bool:
        if self._address_error:
            return False
        try:
            return self._driver.run(is_session_open(self._session_state, Extra()))
        except errors.BitharborError:
            return False

    def _namespace(self, kind: Callable[..., N]) -> N:
        epoch = self._session_state.epoch
        if epoch != self._namespaces_epoch:
            if self._namespaces_epoch:  # not the first session: `sync.maindata.delta` begins anew
                self._namespaces = {}
            self._namespaces_epoch = epoch
        found: N | None = self._namespaces.get(kind)
        if found is None:
            found = self._namespaces[kind] = kind(client=self)
        return found

    def close(self) -> None:
        """Log out, if there is a session, and close all connections. The client cannot be used afterwards."""
        if self._transport.is_closed:
            return
        try:
            self._driver.run(start(self._session_state, ops.AUTH_LOG_OUT, ()))
        except errors.BitharborError as error:
            logger.debug("The session could not be ended: %s", error)
        finally:
            self._transport.close()

    def __enter__(self) -> Self:
        self._call_operation(ops.AUTH_LOG_IN, (None, None), nothing, {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._call_operation(ops.AUTH_LOG_OUT, (), nothing, {})
        self._transport.drop_connections()


def nothing(body: bytes) -> None:
    """The method has no result."""


def shown_values(op: Op[Any], values: Sequence[object]) -> dict[str, str]:
    """The hashes of a call, for its error."""
    shown: dict[str, str] = {}
    for one, value in zip(op.fields, values, strict=False):
        if one.wire in ("hash", "hashes") and value is not None:
            shown[one.wire] = value if isinstance(value, str) or not isinstance(value, Iterable) else "|".join(map(str, value))  # type: ignore[assignment]  # checked above
    return shown
